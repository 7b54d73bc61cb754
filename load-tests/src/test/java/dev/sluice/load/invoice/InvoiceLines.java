package dev.sluice.load.invoice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes files of invoices for tests, and reads what comes out. */
public final class InvoiceLines {
    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

    private final List<String> lines = new ArrayList<>(List.of(HEADER));

    public static InvoiceLines file() {
        return new InvoiceLines();
    }

    /** Line 2 is the first. */
    public InvoiceLines line(String line) {
        lines.add(line);
        return this;
    }

    public InvoiceLines sale(String invoice, String code, Object quantity, String price) {
        return line(invoice + "," + code + ",NAME OF " + code + "," + quantity + ",2010-12-01 08:26:00," + price
                + ",17850.0,United Kingdom");
    }

    public InvoiceFile in(Path folder) {
        try {
            return InvoiceFile.open(Files.write(folder.resolve("invoices.csv"), lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Invoice> invoices(InvoiceFile file) {
        List<Invoice> invoices = new ArrayList<>();
        file.read(invoices::add, stray -> {});
        return invoices;
    }
}
