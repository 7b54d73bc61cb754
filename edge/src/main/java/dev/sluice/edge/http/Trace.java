package dev.sluice.edge.http;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A W3C trace context: passed on as it came, or minted where the client sent none or a malformed one. One that was minted is no text
 * before somebody asks for it.
 */
public final class Trace {
    public static final String HEADER = "traceparent";

    private static final String IDS = "-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}";

    /** Only a later version may have more parts than version 00. */
    private static final Pattern VALID = Pattern.compile("00" + IDS + "|(?!00|ff)[0-9a-f]{2}" + IDS + "(?:-[!-~]*)?");

    private static final int LONGEST = 128;
    private static final int ID_FROM = 3;
    private static final int ID_TO = 35;
    private static final HexFormat HEX = HexFormat.of();

    private final @Nullable String given;
    private final long high;
    private final long low;
    private final long span;

    private Trace(@Nullable String given, long high, long low, long span) {
        this.given = given;
        this.high = high;
        this.low = low;
        this.span = span;
    }

    public static Trace of(@Nullable String header) {
        return header != null
                        && header.length() <= LONGEST
                        && VALID.matcher(header).matches()
                ? new Trace(header, 0, 0, 0)
                : new Trace(null, some(), some(), some());
    }

    /** The header {@code traceparent}. */
    public String parent() {
        return given == null ? "00-" + id() + "-" + HEX.toHexDigits(span) + "-01" : given;
    }

    /** The part that finds everything that happened to this request. */
    public String id() {
        return given == null ? HEX.toHexDigits(high) + HEX.toHexDigits(low) : given.substring(ID_FROM, ID_TO);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Trace trace && trace.parent().equals(parent());
    }

    @Override
    public int hashCode() {
        return parent().hashCode();
    }

    @Override
    public String toString() {
        return parent();
    }

    private static long some() {
        return ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    }
}
