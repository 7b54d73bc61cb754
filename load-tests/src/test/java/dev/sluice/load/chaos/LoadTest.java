package dev.sluice.load.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.load.invoice.Invoice;
import dev.sluice.load.invoice.InvoiceFile;
import dev.sluice.load.invoice.InvoiceOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTest {
    @TempDir
    Path folder;

    @Test
    void everyInvoiceBecomesOneOrderAtItsPace() {
        Path file = new Load(10, 100).write(folder.resolve("load.csv"), "X1", new SplittableRandom(1));

        List<InvoiceOrder> orders = new ArrayList<>();
        List<Invoice> returns = new ArrayList<>();
        InvoiceFile.open(file)
                .read(
                        invoice -> {
                            orders.addAll(invoice.orders());
                            if (invoice.comeback() != null) {
                                returns.add(invoice);
                            }
                        },
                        stray -> {
                            throw new AssertionError(stray);
                        });
        assertThat(returns).hasSize(25);

        assertThat(orders).hasSize(100);
        assertThat(orders).allSatisfy(order -> assertThat(order.lines()).isNotEmpty());
        assertThat(Duration.between(orders.getFirst().at(), orders.getLast().at()))
                .hasSeconds(9);
    }

    @Test
    void theSameSeedMakesTheSameOrders() throws IOException {
        Load load = new Load(10, 50);

        Path one = load.write(folder.resolve("one.csv"), "X", new SplittableRandom(7));
        Path same = load.write(folder.resolve("same.csv"), "X", new SplittableRandom(7));
        Path other = load.write(folder.resolve("other.csv"), "X", new SplittableRandom(8));

        assertThat(Files.readString(same)).isEqualTo(Files.readString(one));
        assertThat(Files.readString(other)).isNotEqualTo(Files.readString(one));
    }
}
