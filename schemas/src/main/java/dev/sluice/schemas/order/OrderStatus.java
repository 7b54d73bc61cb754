package dev.sluice.schemas.order;

/**
 * The life of an order as its customer sees it: the first two are open, the others final but for one thing: an order that was
 * confirmed is cancelled once all of it was returned.
 */
public enum OrderStatus {
    /** In the log; nothing has looked at it yet. */
    ACCEPTED,
    /** Priced; its branches are being tried. */
    PENDING,
    CONFIRMED,
    REJECTED,
    CANCELLED;

    public boolean isFinal() {
        return switch (this) {
            case ACCEPTED, PENDING -> false;
            case CONFIRMED, REJECTED, CANCELLED -> true;
        };
    }
}
