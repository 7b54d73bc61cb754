package dev.sluice.edge.http;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A W3C trace context: passed on as it came, or minted where the client sent none or a malformed one.
 *
 * @param parent the header {@code traceparent}
 */
public record Trace(String parent) {
    public static final String HEADER = "traceparent";

    private static final String IDS = "-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}";

    /** Only a later version may have more parts than version 00. */
    private static final Pattern VALID = Pattern.compile("00" + IDS + "|(?!00|ff)[0-9a-f]{2}" + IDS + "(?:-[!-~]*)?");

    private static final int LONGEST = 128;

    public static Trace of(@Nullable String header) {
        if (header != null
                && header.length() <= LONGEST
                && VALID.matcher(header).matches()) {
            return new Trace(header);
        }
        return new Trace("00-" + hex() + hex() + "-" + hex() + "-01");
    }

    /** The part that finds everything that happened to this request. */
    public String id() {
        return parent.substring(3, 35);
    }

    private static String hex() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }
}
