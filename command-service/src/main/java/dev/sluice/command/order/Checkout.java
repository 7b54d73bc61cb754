package dev.sluice.command.order;

import dev.sluice.command.quote.Lists;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * What an order needs to know of the world.
 *
 * @param patience how long the branches have to answer before the order is rejected
 */
public record Checkout(Lists lists, Clock clock, Duration patience) {
    Instant now() {
        return clock.instant();
    }
}
