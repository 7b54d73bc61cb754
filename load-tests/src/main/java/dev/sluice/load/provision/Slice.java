package dev.sluice.load.provision;

/**
 * The invoices of a file that a run replays, counted by first appearance.
 *
 * @param from the first one's number, from 1
 * @param limit how many at most
 */
public record Slice(int from, int limit) {
    public static final Slice ALL = new Slice(1, Integer.MAX_VALUE);

    public boolean holds(int ordinal) {
        return ordinal >= from && ordinal - from < limit;
    }
}
