package dev.sluice.edge.settings;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.convert.DurationStyle;

/**
 * So many requests in a window of time, earned evenly and all at once if need be. Written {@code 100/10s}.
 *
 * @param window in whole seconds, as the RateLimit fields tell it
 */
public record Quota(long requests, Duration window) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})/(\\w+)");

    public Quota {
        Bounds.within("a quota's window", window, Duration.ofSeconds(1), Duration.ofHours(1));
        if (!window.equals(Duration.ofSeconds(window.toSeconds()))) {
            throw new IllegalArgumentException("a quota's window must be whole seconds, not " + window);
        }
        Bounds.within("a quota's requests in " + window, requests, 1, window.toSeconds() * 1_000_000);
    }

    /** The name by which Spring converts text. */
    public static Quota valueOf(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("a quota is written like 100/10s, not " + text);
        }
        return new Quota(Long.parseLong(parts.group(1)), DurationStyle.detectAndParse(parts.group(2)));
    }

    /** In which one request is earned, rounded up to microseconds, so that it is never more than allowed. */
    public long intervalMicros() {
        return Math.ceilDiv(window.toNanos() / 1_000, requests);
    }

    @Override
    public String toString() {
        return requests + "/" + window.toSeconds() + "s";
    }
}
