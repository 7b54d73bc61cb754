package dev.sluice.load.e2e;

import dev.sluice.schemas.message.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The excerpt of real invoices with numbers that were never used before, so that its orders are new. */
final class FreshInvoices {
    static final int RETURNS = 6;
    /** All but the last two follow each other within six hours of one day. */
    static final int OF_ONE_DAY = 71;

    private FreshInvoices() {}

    static Path in(Path folder) throws IOException {
        String run = Ids.next().substring(24);
        List<String> lines = Files.readAllLines(Path.of("src/test/resources/invoices/excerpt.csv"));
        List<String> fresh = lines.stream()
                .map(line -> line.startsWith("InvoiceNo") ? line : line.replaceFirst(",", "-" + run + ","))
                .toList();
        return Files.write(folder.resolve("invoices-" + run + ".csv"), fresh);
    }
}
