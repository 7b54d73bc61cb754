package dev.sluice.edge.http1;

import io.netty.util.AsciiString;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names that nearly all header fields have, so that these need not be made anew for each request. */
final class Names {
    private static final int SLOTS = 256;
    private static final @Nullable AsciiString[] KNOWN = new AsciiString[SLOTS];

    static {
        List<String> usual = List.of(
                "Host",
                "User-Agent",
                "Accept",
                "Accept-Encoding",
                "Accept-Language",
                "Authorization",
                "Cache-Control",
                "Connection",
                "Content-Length",
                "Content-Type",
                "Cookie",
                "Expect",
                "Forwarded",
                "Idempotency-Key",
                "If-None-Match",
                "Last-Event-ID",
                "Origin",
                "Prefer",
                "Referer",
                "Sec-Fetch-Dest",
                "Sec-Fetch-Mode",
                "Sec-Fetch-Site",
                "Sec-Fetch-User",
                "Sluice-Token",
                "Traceparent",
                "Transfer-Encoding",
                "Upgrade-Insecure-Requests",
                "X-Forwarded-For");
        for (String name : usual) {
            keep(new AsciiString(name));
            keep(new AsciiString(name).toLowerCase());
        }
    }

    private Names() {}

    private static void keep(AsciiString name) {
        // Known to all event loops, so what it caches must be there before they see it.
        int hash = name.hashCode();
        KNOWN[slot(name.array(), 0, name.length())] = hash == 0 ? null : name;
    }

    static AsciiString of(byte[] bytes, int from, int to) {
        AsciiString known = KNOWN[slot(bytes, from, to)];
        if (known != null && Arrays.equals(known.array(), 0, known.length(), bytes, from, to)) {
            return known;
        }
        return new AsciiString(bytes, from, to - from, true);
    }

    private static int slot(byte[] bytes, int from, int to) {
        int length = to - from;
        int middle = bytes[from + (length >> 1)];
        return (length * 7 + bytes[from] * 31 + bytes[to - 1] * 131 + middle * 17) & (SLOTS - 1);
    }
}
