package dev.sluice.edge.limits.rate;

import dev.sluice.edge.limits.quota.Verdict;
import dev.sluice.edge.routing.Traffic;
import dev.sluice.edge.settings.Quota;
import io.netty.util.AsciiString;

/** The fields of draft-ietf-httpapi-ratelimit-headers, from its ninth version on: each a list of one policy by its name. */
final class Fields {
    static final AsciiString POLICY = AsciiString.cached("RateLimit-Policy");
    static final AsciiString STANDING = AsciiString.cached("RateLimit");

    private Fields() {}

    /** {@code q} requests in {@code w} seconds. */
    static String policy(Traffic traffic, Quota quota) {
        return '"' + traffic.text() + "\";q=" + quota.requests() + ";w="
                + quota.window().toSeconds();
    }

    /** {@code r} requests are left, and the whole quota in {@code t} seconds. */
    static String standing(Traffic traffic, Verdict verdict) {
        return '"' + traffic.text() + "\";r=" + verdict.remaining() + ";t=" + verdict.untilFullSeconds();
    }
}
