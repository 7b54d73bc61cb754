package dev.sluice.edge.limits.rate;

import dev.sluice.edge.http.Request;
import dev.sluice.edge.identity.Caller;
import dev.sluice.edge.routing.Traffic;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Who has a limit of its own.
 *
 * @param id the subject of the token, or the network
 */
record Client(Traffic traffic, Standing standing, String id) {
    private static final int KEY_BYTES = 16;

    static Client of(Request request, Traffic traffic) {
        Caller caller = request.finding(Caller.class);
        Standing standing = Standing.of(request, caller);
        return new Client(traffic, standing, caller == null ? request.visitor().network() : "s:" + caller.subject());
    }

    /** In Redis. Tells nothing of the client, and is short however long the subject. */
    String key() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return "limit:" + traffic.text() + ':' + standing.text() + ':'
                    + HexFormat.of().formatHex(hash, 0, KEY_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
