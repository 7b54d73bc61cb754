package dev.sluice.load.e2e;

import dev.sluice.schemas.message.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The excerpt of real invoices with numbers that were never used before, so that its orders are new. */
final class FreshInvoices {
    static final int RETURNS = 8;
    /** Units of the excerpt's returns, and of ours, that belong to an order of it. */
    static final int UNITS_RETURNED = 16;
    /** All but the last four follow each other within six hours of one day. */
    static final int OF_ONE_DAY = 71;

    private FreshInvoices() {}

    static Path in(Path folder) throws IOException {
        String run = Ids.next().substring(24);
        List<String> lines = Files.readAllLines(Path.of("src/test/resources/invoices/excerpt.csv"));
        List<String> fresh = lines.stream()
                .map(line -> line.startsWith("InvoiceNo") ? line : line.replaceFirst(",", "-" + run + ","))
                .toList();
        List<String> returns = List.of(
                "C1-" + run + ",85123A,A PART,-4,2010-12-09 09:00:00,2.55,17850.0,United Kingdom",
                "C2-" + run + ",22633,THE WHOLE,-6,2010-12-09 09:00:00,1.85,17850.0,United Kingdom",
                "C2-" + run + ",22632,THE WHOLE,-6,2010-12-09 09:00:00,1.85,17850.0,United Kingdom");
        return Files.write(
                folder.resolve("invoices-" + run + ".csv"),
                Stream.concat(fresh.stream(), returns.stream()).toList());
    }
}
