package dev.sluice.load.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.order.RequestedLine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an invoice holds: what goes in as good lines comes out as orders, to the unit and the penny. */
class InvoiceSumsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void nothingIsLostOrInvented(long seed) {
        Random random = new Random(seed);
        Map<String, Long> wanted = new TreeMap<>();
        InvoiceLines lines = InvoiceLines.file();
        int good = 0;
        for (int i = 0; i < 3_000; i++) {
            String code = "S" + random.nextInt(seed % 2 == 0 ? 5_000 : 40);
            long quantity = random.nextInt(20) == 0 ? 900_000 : random.nextInt(50) - 5;
            long pence = random.nextInt(4) * 125L;
            lines.sale("1", code, quantity, pence / 100 + "." + String.format("%02d", pence % 100));
            if (quantity > 0 && pence > 0) {
                good++;
                wanted.merge(code + " at " + pence, quantity, Long::sum);
            }
        }

        Invoice invoice = InvoiceLines.invoices(lines.in(folder)).getFirst();

        Map<String, Long> got = new TreeMap<>();
        for (InvoiceOrder order : invoice.orders()) {
            assertThat(order.lines()).hasSizeLessThanOrEqualTo(1_500);
            assertThat(order.lines()).extracting(RequestedLine::sku).doesNotHaveDuplicates();
            assertThat(order.lines()).allMatch(line -> line.quantity() <= 1_000_000);
            order.lines().forEach(line -> got.merge(priced(line), line.quantity(), Long::sum));
        }
        assertThat(got).isEqualTo(wanted);
        assertThat(fileLines(invoice.orders())).isEqualTo(good);
        assertThat(invoice.bad()).hasSize(3_000 - good);
    }

    private static String priced(RequestedLine line) {
        var price = line.unitPrice();
        return line.sku() + " at " + (price == null ? 0 : price.amount());
    }

    private static int fileLines(List<InvoiceOrder> orders) {
        return orders.stream().mapToInt(InvoiceOrder::fileLines).sum();
    }
}
