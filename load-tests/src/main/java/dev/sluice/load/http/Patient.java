package dev.sluice.load.http;

import dev.sluice.load.patience.Backoff;
import dev.sluice.load.patience.Stall;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tries again where the system is down, busy or restarting, until nothing moves any more. Safe because every write of the
 * API may be repeated: orders carry an idempotency key, the others say what is to be.
 */
public final class Patient implements Sender {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Sender sender;
    private final Stall stall;

    public Patient(Sender sender, Stall stall) {
        this.sender = sender;
        this.stall = stall;
    }

    @Override
    public Answer send(Supplier<HttpRequest> request) {
        Backoff backoff = new Backoff(Duration.ofMillis(100), LONGEST_PAUSE);
        String last = "an answer";
        while (true) {
            try {
                Answer answer = sender.send(request);
                if (!passing(answer)) {
                    return answer;
                }
                last = answer.summary();
                waitAsAsked(answer.retryAfter().orElse(null));
            } catch (Unreachable e) {
                last = e.getMessage();
            }
            stall.check(String.valueOf(last));
            backoff.pause();
        }
    }

    /** A long Retry-After is cut short: asking once in a while costs less than missing the recovery. */
    private static void waitAsAsked(@Nullable Duration asked) {
        if (asked != null) {
            Backoff.pauseFor(asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked);
        }
    }

    /** A conflict that asks to come again is the same request of ours that is still being worked on. */
    private static boolean passing(Answer answer) {
        return switch (answer.status()) {
            case 429, 500, 502, 503, 504 -> true;
            case 409 -> answer.retryAfter().isPresent();
            default -> false;
        };
    }
}
