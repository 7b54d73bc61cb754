package dev.sluice.projector.rebuild;

import dev.sluice.projector.verify.Verdict;
import java.util.List;

/**
 * How a rebuild does.
 *
 * @param done records of its sources that it has read
 * @param total all that there are, and more as they come
 * @param perSecond what it has read lately
 * @param secondsLeft at that rate; 0 where nobody can tell
 * @param factsPerSecond what it may read at most; 0 for as fast as it goes
 * @param verdicts how it compares with the live generation in each store, once it has caught up
 */
public record RebuildStatus(
        State state,
        long done,
        long total,
        long perSecond,
        long secondsLeft,
        int factsPerSecond,
        List<Verdict> verdicts) {

    public RebuildStatus {
        verdicts = List.copyOf(verdicts);
    }

    /** READY may take the place of the live one; what DIFFERS is compared again and again. */
    public enum State {
        RUNNING,
        PAUSED,
        VERIFYING,
        READY,
        DIFFERS
    }
}
