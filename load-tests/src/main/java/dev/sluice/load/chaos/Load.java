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
 * of invoices, which the replay knows how to place, bring back and reconcile; one in four comes back in part.
 *
 * @param rate orders a second
 * @param orders of a round
 */
record Load(int rate, int orders) {
    static final int SKUS = 20;
    static final int CUSTOMERS = 40;

    private static final int MOST_LINES = 3;
    private static final int RETURNED = 4;
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
                for (int i = 0; i < orders / RETURNED; i++) {
                    returned(csv, "C" + name + "-" + i, ORIGIN.plus(Duration.ofSeconds(orders / rate + 1L)), random);
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
            line(csv, invoice, (first + line) % SKUS, 1 + random.nextInt(4), at, customer);
        }
    }

    /** Some units of something, which most customers have bought by then. */
    private static void returned(CSVPrinter csv, String invoice, LocalDateTime at, SplittableRandom random)
            throws IOException {
        String customer = "chaos-%02d".formatted(random.nextInt(CUSTOMERS));
        line(csv, invoice, random.nextInt(SKUS), -1 - random.nextInt(3), at, customer);
    }

    private static void line(CSVPrinter csv, String invoice, int sku, int quantity, LocalDateTime at, String customer)
            throws IOException {
        csv.printRecord(
                invoice,
                "CHAOS-%02d".formatted(sku),
                "Chaos ware " + sku,
                quantity,
                DATE.format(at),
                "%d.25".formatted(sku + 1),
                customer,
                "Iceland");
    }
}
