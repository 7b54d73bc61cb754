package dev.sluice.command.turn;

import java.util.Comparator;

/**
 * A place in a partition of commands: what comes next.
 *
 * @param offset of a record
 * @param index of a message within the record's pack, 0 for the first
 */
public record Position(long offset, int index) implements Comparable<Position> {

    private static final Comparator<Position> ORDER =
            Comparator.comparingLong(Position::offset).thenComparingInt(Position::index);

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return offset + "." + index;
    }
}
