package dev.sluice.load.reconcile;

import java.util.List;

/**
 * How a reconciliation ended.
 *
 * @param differences none: the places agree on every order, unit and penny
 * @param sums of each place, the file's first
 */
public record Reconciled(List<Difference> differences, List<Sums> sums) {
    public Reconciled {
        differences = List.copyOf(differences);
        sums = List.copyOf(sums);
    }

    public boolean exact() {
        return differences.isEmpty();
    }
}
