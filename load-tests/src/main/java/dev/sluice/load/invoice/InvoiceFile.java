package dev.sluice.load.invoice;

import dev.sluice.load.csv.BadLine;
import dev.sluice.load.csv.CsvFile;
import dev.sluice.load.csv.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The invoices of a file. Each comes out when its last line has been read, even where the lines of several are mixed; only
 * the open ones are in memory.
 */
public final class InvoiceFile {
    private final CsvFile file;
    private final Map<String, Place> places = new HashMap<>();

    private InvoiceFile(CsvFile file) {
        this.file = file;
    }

    /**
     * Reads it once, for the invoices' places. Throws {@link dev.sluice.load.installation.OperatorMistake} where that is no
     * file of invoices.
     */
    public static InvoiceFile open(Path path) {
        InvoiceFile invoices = new InvoiceFile(CsvFile.open(path));
        invoices.file.read(invoices::count, bad -> {});
        return invoices;
    }

    /** SHA-256 of the content, hex. */
    public String hash() {
        return file.hash();
    }

    public int invoices() {
        return places.size();
    }

    /** @param stray takes the lines that cannot even be assigned to an invoice */
    public void read(Consumer<Invoice> invoices, Consumer<BadLine> stray) {
        Map<String, List<Row>> open = new LinkedHashMap<>();
        file.read(
                row -> {
                    List<Row> rows = open.computeIfAbsent(row.invoice(), number -> new ArrayList<>());
                    rows.add(row);
                    Place place = places.get(row.invoice());
                    if (place != null && rows.size() == place.lines) {
                        open.remove(row.invoice());
                        invoices.accept(InvoiceAssembly.of(place.ordinal, row.invoice(), rows));
                    }
                },
                stray);
    }

    private void count(Row row) {
        places.computeIfAbsent(row.invoice(), number -> new Place(places.size() + 1)).lines++;
    }

    private static final class Place {
        private final int ordinal;
        private int lines;

        Place(int ordinal) {
            this.ordinal = ordinal;
        }
    }
}
