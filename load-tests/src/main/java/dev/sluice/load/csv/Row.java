package dev.sluice.load.csv;

import java.util.Map;

/**
 * A line that could be split into its fields, whatever they say.
 *
 * @param number of the line in the file, the header being 1
 */
public record Row(long number, Map<Column, String> fields) {
    public Row {
        fields = Map.copyOf(fields);
    }

    /** Without surrounding blanks. */
    public String get(Column column) {
        return fields.getOrDefault(column, "");
    }

    public String invoice() {
        return get(Column.INVOICE);
    }
}
