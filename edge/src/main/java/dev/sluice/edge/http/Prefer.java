package dev.sluice.edge.http;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The preferences of RFC 7240 that we know: how long the client would wait for the outcome. */
public final class Prefer {
    public static final String HEADER = "Prefer";
    public static final String APPLIED = "Preference-Applied";

    private static final Pattern WAIT =
            Pattern.compile("(?:^|,)\\s*wait\\s*=\\s*\"?(\\d{1,9})\"?\\s*(?=$|[,;])", Pattern.CASE_INSENSITIVE);

    private Prefer() {}

    /** The wait, at most the cap; zero where there is none or it is malformed, since preferences may be ignored. */
    public static Duration waitOf(@Nullable String header, Duration cap) {
        Matcher found = WAIT.matcher(header == null ? "" : header);
        if (!found.find()) {
            return Duration.ZERO;
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(found.group(1)));
        return asked.compareTo(cap) > 0 ? cap : asked;
    }
}
