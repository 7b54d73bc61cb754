package dev.sluice.edge.exchange;

/** Hears of every request that has ended. Called on event loops, so it must be quick and may not throw. */
@FunctionalInterface
public interface Witness {
    void ended(Exchange exchange);

    /** Tells all of them, in order. */
    static Witness all(Iterable<? extends Witness> witnesses) {
        return exchange -> witnesses.forEach(witness -> witness.ended(exchange));
    }
}
