package dev.sluice.edge.server;

import dev.sluice.edge.routing.Router;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpRequest;
import java.util.Arrays;

/** A request whose head is known and whose body is still coming. */
final class Incoming {
    private static final byte[] NOTHING = {};

    private final HttpRequest head;
    private final Router.Match match;
    private byte[] body = NOTHING;
    private int length;

    Incoming(HttpRequest head, Router.Match match) {
        this.head = head;
        this.match = match;
    }

    HttpRequest head() {
        return head;
    }

    Router.Match match() {
        return match;
    }

    /** Throws a 413. */
    void add(ByteBuf part) {
        int more = part.readableBytes();
        int limit = match.route().bodyLimit();
        if (more > limit - length) {
            throw Malformed.tooLarge(limit);
        }
        if (more > body.length - length) {
            // Most come in one part, which then is all there is room for.
            body = Arrays.copyOf(body, Math.min(limit, length == 0 ? more : Math.max(2 * length, length + more)));
        }
        part.readBytes(body, length, more);
        length += more;
    }

    /** The body so far. */
    byte[] body() {
        return length == body.length ? body : Arrays.copyOf(body, length);
    }
}
