package dev.sluice.edge.server;

import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Visitor;
import dev.sluice.edge.routing.Router;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;

/** What the head of a request must pass before its body is read. */
final class Entrance {
    private final Door door;
    private final Router router;

    Entrance(Door door, Router router) {
        this.door = door;
        this.router = router;
    }

    /** Whose connection it is. */
    Visitor owner(Peer peer) {
        return door.visitor(peer, EmptyHttpHeaders.INSTANCE);
    }

    /** @param owner of the connection */
    Visitor visitor(Peer peer, Visitor owner, HttpRequest head) {
        return door.speaksForOthers(peer) ? door.visitor(peer, head.headers()) : owner;
    }

    /** Throws a refusal that ends the connection. */
    Router.Match admit(HttpRequest head, Visitor visitor) {
        Malformed.check(head);
        Router.Match match = match(head, visitor);
        Malformed.checkLength(head, match.route().bodyLimit());
        return match;
    }

    private Router.Match match(HttpRequest head, Visitor visitor) {
        try {
            door.admit(visitor);
        } catch (Refusal refusal) {
            return unread(head, refusal, Router.turnedAway(refusal));
        }
        try {
            return router.match(head.method(), head.uri());
        } catch (Refusal refusal) {
            return unread(head, refusal, router.refused(refusal));
        }
    }

    /** Where a refused request has a body, that is not worth reading: the refusal ends the connection. */
    private static Router.Match unread(HttpRequest head, Refusal refusal, Router.Match refused) {
        if (HttpUtil.isContentLengthSet(head) || HttpUtil.isTransferEncodingChunked(head)) {
            throw refusal;
        }
        return refused;
    }
}
