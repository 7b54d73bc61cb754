package dev.sluice.load.csv;

import dev.sluice.load.installation.OperatorMistake;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A CSV file of invoice lines, read as a stream as often as needed. */
public final class CsvFile {
    private final Path path;
    private final String hash;

    private CsvFile(Path path, String hash) {
        this.path = path;
        this.hash = hash;
    }

    /** Throws {@link OperatorMistake} where that is no readable file. */
    public static CsvFile open(Path path) {
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new OperatorMistake("cannot read " + path);
        }
        return new CsvFile(path, ContentHash.of(path));
    }

    /** SHA-256 of the content, hex. */
    public String hash() {
        return hash;
    }

    /**
     * Reads every line. Throws {@link OperatorMistake} where the header lacks a column.
     *
     * @param stray takes the lines that cannot even be assigned to an invoice
     */
    public void read(Consumer<Row> rows, Consumer<BadLine> stray) {
        // Bytes that are no UTF-8 are replaced, not refused: they sit in descriptions.
        try (var lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8))) {
            Header header = Header.of(String.valueOf(lines.readLine()));
            long number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    row(header, number, line, rows, stray);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private static void row(Header header, long number, String line, Consumer<Row> rows, Consumer<BadLine> stray) {
        Row row;
        try {
            row = header.split(number, line);
        } catch (Flaw flaw) {
            stray.accept(new BadLine(number, "", flaw.reason()));
            return;
        }
        if (row.invoice().isEmpty()) {
            stray.accept(new BadLine(number, "", "no invoice number"));
        } else {
            rows.accept(row);
        }
    }
}
