package dev.sluice.edge.limits.load;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** So many at once and no more, so that one kind of request cannot take everything from the others. */
final class Bulkhead {
    private final AtomicInteger inside = new AtomicInteger();
    private final IntSupplier most;

    /** @param most asked for each request, since it may change */
    Bulkhead(IntSupplier most) {
        this.most = most;
    }

    /** After yes, {@link #leave} must follow once. */
    boolean enter() {
        if (inside.incrementAndGet() <= most.getAsInt()) {
            return true;
        }
        inside.decrementAndGet();
        return false;
    }

    void leave() {
        inside.decrementAndGet();
    }

    int inside() {
        return inside.get();
    }
}
