package dev.sluice.edge.routing;

import dev.sluice.edge.http.Refusal;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.QueryStringDecoder;

/** The path of a request target, decoded and cut at its slashes. */
final class Path {

    private Path() {}

    static String[] segments(String target) {
        return decoded(origin(target)).split("/", -1);
    }

    /** The absolute form, which proxies send, means the same as the path in it (RFC 9112, 3.2.2). */
    private static String origin(String target) {
        if (target.startsWith("/")) {
            return target;
        }
        int authority = target.startsWith("http://") ? 7 : target.startsWith("https://") ? 8 : -1;
        if (authority < 0) {
            throw Refusal.of(HttpResponseStatus.BAD_REQUEST, "The request target must be a path, such as /orders.");
        }
        int path = target.indexOf('/', authority);
        return path < 0 ? "/" : target.substring(path);
    }

    private static String decoded(String target) {
        if (target.indexOf('%') < 0) {
            int query = target.indexOf('?');
            return query < 0 ? target : target.substring(0, query);
        }
        try {
            return new QueryStringDecoder(target).path();
        } catch (IllegalArgumentException e) {
            throw Refusal.of(
                    HttpResponseStatus.BAD_REQUEST, "The path has a malformed percent-encoding: write %XX in UTF-8.");
        }
    }
}
