package dev.sluice.projector.lag;

import java.time.Duration;

/**
 * How far behind a group is.
 *
 * @param events records before it, at most: what it has read since it last committed counts, too
 * @param age of the oldest of them, as exactly as it is looked at: about a second
 * @param still how long it has not moved although there is something to read
 */
public record Lag(long events, Duration age, Duration still) {
    static final Lag NONE = new Lag(0, Duration.ZERO, Duration.ZERO);
}
