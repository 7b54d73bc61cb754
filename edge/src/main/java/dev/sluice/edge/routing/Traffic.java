package dev.sluice.edge.routing;

import java.util.Locale;

/** Classes of routes that share limits, since they load the same things behind them. */
public enum Traffic {
    /** Product pages, from the heap. */
    PAGES,
    /** All that query-service answers. */
    SEARCHES,
    /** What Redis answers about one order or operation. */
    READS,
    /** Answers that last. */
    STREAMS,
    /** New orders. */
    ORDERS,
    /** Attempts to grab, of which a crowd makes many and most are refused. */
    GRABS,
    /** All other writes. */
    WRITES,
    /** What operators must be able to ask at any time. */
    UNLIMITED;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
