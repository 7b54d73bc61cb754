package dev.sluice.projector.freshness;

import dev.sluice.projector.lag.Lag;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which groups stand still although there is something for them to read. It is logged when that begins and when it ends. */
final class Stalls {
    private static final Logger log = LoggerFactory.getLogger(Stalls.class);

    private final Duration after;
    private final Set<String> still = ConcurrentHashMap.newKeySet();

    /** @param after so long without a move */
    Stalls(Duration after) {
        this.after = after;
    }

    void look(String group, Lag lag) {
        if (lag.still().compareTo(after) >= 0) {
            if (still.add(group)) {
                log.warn(
                        "{} has stood still for {} s with {} records before it",
                        group,
                        lag.still().toSeconds(),
                        lag.events());
            }
        } else if (still.remove(group)) {
            log.info("{} moves again", group);
        }
    }

    boolean isStill(String group) {
        return still.contains(group);
    }
}
