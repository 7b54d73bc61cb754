package dev.sluice.edge.log;

import org.jspecify.annotations.Nullable;

/** Kafka has not acknowledged. Whether it has the record nobody knows, so whoever tries again must use the same id. */
public final class LogAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LogAway(@Nullable String why) {
        super(why, null, false, false);
    }
}
