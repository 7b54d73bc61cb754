package dev.sluice.load.csv;

import dev.sluice.load.installation.OperatorMistake;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** Where each column is; splits the other lines by it. */
final class Header {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreSurroundingSpaces(true).get();

    private final Map<Column, Integer> places;

    private Header(Map<Column, Integer> places) {
        this.places = places;
    }

    /** Throws {@link OperatorMistake} where a column is missing: this is then no file of invoices. */
    static Header of(String line) {
        List<String> titles = titles(line.startsWith("\uFEFF") ? line.substring(1) : line);
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            int place = titles.indexOf(column.title());
            if (place < 0) {
                throw new OperatorMistake("no file of invoices: its first line must name the columns "
                        + Arrays.stream(Column.values()).map(Column::title).toList() + ", but lacks "
                        + column.title());
            }
            places.put(column, place);
        }
        return new Header(places);
    }

    /**
     * Each line is split on its own, so that a stray quote spoils one line and not the rest of the file; a quoted field
     * therefore cannot hold a line break.
     */
    Row split(long number, String line) throws Flaw {
        List<String> fields = fields(line);
        Map<Column, String> row = new EnumMap<>(Column.class);
        for (Map.Entry<Column, Integer> place : places.entrySet()) {
            if (place.getValue() >= fields.size()) {
                throw new Flaw("only " + fields.size() + " fields, no "
                        + place.getKey().title());
            }
            row.put(place.getKey(), fields.get(place.getValue()).strip());
        }
        return new Row(number, row);
    }

    private static List<String> titles(String line) {
        try {
            return fields(line).stream().map(String::strip).toList();
        } catch (Flaw e) {
            return List.of();
        }
    }

    private static List<String> fields(String line) throws Flaw {
        try (CSVParser parser = CSVParser.parse(line, FORMAT)) {
            return parser.getRecords().getFirst().toList();
        } catch (IOException | RuntimeException e) {
            throw new Flaw("not CSV: its quotes do not match");
        }
    }
}
