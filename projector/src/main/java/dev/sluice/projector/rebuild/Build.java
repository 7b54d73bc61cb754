package dev.sluice.projector.rebuild;

import dev.sluice.projector.lag.Progress;
import dev.sluice.projector.rebuild.RebuildStatus.State;
import dev.sluice.projector.verify.Verdict;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What this process knows of a generation that is being built: it is found out anew after a restart. */
final class Build {
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Meter meter = new Meter();
    private List<Verdict> verdicts = List.of();
    private boolean caughtUp;
    private boolean verifying;
    private long verified;

    synchronized void look(@Nullable Progress progress, boolean isUpToDate, long now) {
        if (progress != null) {
            meter.look(progress, now);
        }
        caughtUp = isUpToDate;
    }

    /** Whether the caller must now compare it with the live one. */
    synchronized boolean claimVerification(long now) {
        if (!caughtUp || verifying || agrees() || (verified != 0 && now - verified < AGAIN.toNanos())) {
            return false;
        }
        verifying = true;
        return true;
    }

    synchronized void verified(List<Verdict> found, long now) {
        verdicts = List.copyOf(found);
        verifying = false;
        verified = now;
    }

    /** Whether it may take the place of the live one. */
    synchronized boolean isReady() {
        return caughtUp && agrees();
    }

    private boolean agrees() {
        return !verdicts.isEmpty() && verdicts.stream().allMatch(Verdict::agree);
    }

    synchronized RebuildStatus status(boolean paused, int factsPerSecond) {
        return new RebuildStatus(
                state(paused),
                meter.done(),
                meter.total(),
                meter.perSecond(),
                meter.secondsLeft(),
                factsPerSecond,
                verdicts);
    }

    private State state(boolean paused) {
        if (paused) {
            return State.PAUSED;
        }
        if (isReady()) {
            return State.READY;
        }
        if (verifying) {
            return State.VERIFYING;
        }
        return caughtUp && !verdicts.isEmpty() ? State.DIFFERS : State.RUNNING;
    }
}
