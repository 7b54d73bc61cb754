package dev.sluice.load.chaos;

import dev.sluice.load.csv.Column;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Orders that want much the same: few products and customers, so that many are in one aggregate at once. They come as a file
 * of invoices, which the replay knows how to place and reconcile.
 *
 * @param rate orders a second
 * @param orders of a round
 */
record Load(int rate, int orders) {
    static final int SKUS = 20;
    static final int CUSTOMERS = 40;

    private static final int MOST_LINES = 3;
    private static final LocalDateTime ORIGIN = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** @param name begins the invoice numbers; files of different names hold different orders */
    Path write(Path file, String name, SplittableRandom random) {
        String[] titles = Arrays.stream(Column.values()).map(Column::title).toArray(String[]::new);
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader(titles).get();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (Writer writer = Files.newBufferedWriter(file);
                    CSVPrinter csv = new CSVPrinter(writer, format)) {
                for (int i = 0; i < orders; i++) {
                    print(csv, name + "-" + i, ORIGIN.plus(Duration.ofSeconds(i / rate)), random);
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static void print(CSVPrinter csv, String invoice, LocalDateTime at, SplittableRandom random)
            throws IOException {
        String customer = "chaos-%02d".formatted(random.nextInt(CUSTOMERS));
        int first = random.nextInt(SKUS);
        int lines = 1 + random.nextInt(MOST_LINES);
        for (int line = 0; line < lines; line++) {
            int sku = (first + line) % SKUS;
            csv.printRecord(
                    invoice,
                    "CHAOS-%02d".formatted(sku),
                    "Chaos ware " + sku,
                    1 + random.nextInt(4),
                    DATE.format(at),
                    "%d.25".formatted(sku + 1),
                    customer,
                    "Iceland");
        }
    }
}
