package dev.sluice.load.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.load.csv.BadLine;
import dev.sluice.load.installation.OperatorMistake;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.RequestedLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceFileTest {
    @TempDir
    Path folder;

    @Test
    void sumsTheLinesOfOneSku() {
        InvoiceLines file = InvoiceLines.file()
                .sale("536365", "85123A", 6, "2.55")
                .sale("536365", "71053", 1, "3.39")
                .sale("536365", "85123A", 2, "2.55");

        Invoice invoice = only(file);

        assertThat(invoice.orders()).hasSize(1);
        InvoiceOrder order = invoice.orders().getFirst();
        assertThat(order.lines()).containsExactly(line("85123A", 8, 255), line("71053", 1, 339));
        assertThat(order.total()).isEqualTo(new Money(8 * 255 + 339, "GBP"));
        assertThat(order.fileLines()).isEqualTo(3);
        assertThat(order.buyer()).isEqualTo(new Buyer("17850", "Customer 17850", "United Kingdom"));
    }

    @Test
    void putsASecondPriceOfASkuIntoASecondOrder() {
        InvoiceLines file = InvoiceLines.file()
                .sale("536544", "22844", 1, "16.98")
                .sale("536544", "22844", 2, "8.5")
                .sale("536544", "71053", 1, "3.39");

        List<InvoiceOrder> orders = only(file).orders();

        assertThat(orders).extracting(InvoiceOrder::reference).containsExactly("536544", "536544/2");
        assertThat(orders.getFirst().lines()).containsExactly(line("22844", 1, 1698), line("71053", 1, 339));
        assertThat(orders.getLast().lines()).containsExactly(line("22844", 2, 850));
        assertThat(orders).extracting(order -> order.key("0".repeat(64))).doesNotHaveDuplicates();
    }

    @Test
    void takesAnInvoiceThatBeginsWithCForAReturn() {
        Invoice invoice = only(InvoiceLines.file()
                .sale("C536391", "22556", -12, "1.65")
                .sale("C536391", "21984", -24, "0.29")
                .sale("C536391", "22556", -1, "1.65")
                .sale("C536391", "21983", 24, "0.29"));

        assertThat(invoice.returned()).isTrue();
        assertThat(invoice.orders()).isEmpty();
        assertThat(Objects.requireNonNull(invoice.comeback()).units())
                .containsExactly(Map.entry("22556", 13L), Map.entry("21984", 24L));
        assertThat(invoice.bad())
                .extracting(BadLine::reason)
                .containsExactly("quantity 24 on a return: it should be negative");
    }

    @Test
    void givesSalesWithoutACustomerToAGuestOfTheCountry() {
        Invoice invoice = only(InvoiceLines.file().line("536414,22139,,56,2010-12-01 11:52:00,0.4,,United Kingdom"));

        assertThat(invoice.orders().getFirst().buyer())
                .isEqualTo(new Buyer("guest..United_Kingdom", "Guest, United Kingdom", "United Kingdom"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "536365,85123A,X,-3,2010-12-01 08:26:00,2.55,17850.0,UK | an adjustment, not a sale",
                "536365,85123A,X,0,2010-12-01 08:26:00,2.55,17850.0,UK | an adjustment, not a sale",
                "536365,85123A,X,1.5,2010-12-01 08:26:00,2.55,17850.0,UK | no whole number",
                "536365,85123A,X,1e999999999,2010-12-01 08:26:00,2.55,17850.0,UK | no whole number",
                "536365,85123A,X,1000001,2010-12-01 08:26:00,2.55,17850.0,UK | above 1000000",
                "536365,85123A,X,six,2010-12-01 08:26:00,2.55,17850.0,UK | no whole number",
                "536365,85123A,X,6,2010-12-01 08:26:00,0,17850.0,UK | a gift or a correction",
                "536365,85123A,X,6,2010-12-01 08:26:00,-11062.06,17850.0,UK | a gift or a correction",
                "536365,85123A,X,6,2010-12-01 08:26:00,0.001,17850.0,UK | whole pence",
                "536365,85123A,X,6,yesterday,2.55,17850.0,UK | neither like",
                "536365,,X,6,2010-12-01 08:26:00,2.55,17850.0,UK | no stock code",
            })
    void saysWhatIsWrongWithALine(String line, String reason) {
        Invoice invoice = only(InvoiceLines.file().line(line).sale("536365", "71053", 1, "3.39"));

        assertThat(invoice.bad()).hasSize(1);
        assertThat(invoice.bad().getFirst().number()).isEqualTo(2);
        assertThat(invoice.bad().getFirst().reason()).contains(reason);
        assertThat(invoice.orders().getFirst().lines()).containsExactly(line("71053", 1, 339));
    }

    @Test
    void survivesLinesThatAreNoCsv() {
        InvoiceFile file = InvoiceLines.file()
                .line("536365,\"85123A,never closed,6")
                .line("too,short")
                .line(",85123A,X,6,2010-12-01 08:26:00,2.55,17850.0,UK")
                .line("")
                .sale("536365", "71053", 1, "3.39")
                .in(folder);
        List<BadLine> strays = new ArrayList<>();
        List<Invoice> invoices = new ArrayList<>();

        file.read(invoices::add, strays::add);

        assertThat(strays).extracting(BadLine::number).containsExactly(2L, 3L, 4L);
        assertThat(invoices).hasSize(1);
    }

    @Test
    void joinsInvoicesWhoseLinesAreMixed() {
        InvoiceFile file = InvoiceLines.file()
                .sale("1", "A", 1, "1")
                .sale("2", "A", 2, "1")
                .sale("1", "B", 3, "1")
                .sale("2", "B", 4, "1")
                .in(folder);

        List<Invoice> invoices = InvoiceLines.invoices(file);

        assertThat(invoices).extracting(Invoice::number).containsExactly("1", "2");
        assertThat(invoices).extracting(Invoice::ordinal).containsExactly(1, 2);
        assertThat(invoices).extracting(Invoice::lines).containsExactly(2, 2);
    }

    @Test
    void readsTheSpreadsheetsDatesToo() {
        Invoice invoice = only(InvoiceLines.file().line("536365,85123A,X,6,12/1/2010 8:26,2.55,17850,United Kingdom"));

        assertThat(invoice.orders().getFirst().at()).isEqualTo("2010-12-01T08:26:00");
    }

    @Test
    void refusesAFileWithOtherColumns() throws IOException {
        Path other = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");

        assertThatThrownBy(() -> InvoiceFile.open(other))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageContaining("lacks InvoiceNo");
        assertThatThrownBy(() -> InvoiceFile.open(folder.resolve("none.csv"))).isInstanceOf(OperatorMistake.class);
    }

    private Invoice only(InvoiceLines lines) {
        List<Invoice> invoices = InvoiceLines.invoices(lines.in(folder));
        assertThat(invoices).hasSize(1);
        return invoices.getFirst();
    }

    private static RequestedLine line(String sku, long quantity, long pence) {
        return new RequestedLine(sku, quantity, new Money(pence, "GBP"));
    }
}
