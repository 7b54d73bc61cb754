package dev.sluice.load.reconcile;

import org.jspecify.annotations.Nullable;

/**
 * Two places that do not agree.
 *
 * @param invoice the order's name in the file
 * @param place who says otherwise: MySQL ordering, Redis …
 */
public record Difference(
        String orderId,
        String invoice,
        String place,
        String what,
        @Nullable Object expected,
        @Nullable Object actual) {

    @Override
    public String toString() {
        return "order " + orderId + " (invoice " + invoice + "): " + place + " says " + what + " " + actual
                + ", expected " + expected;
    }
}
