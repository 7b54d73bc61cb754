package dev.sluice.edge.server;

import dev.sluice.edge.http.Headers;
import dev.sluice.edge.http.Refusal;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;

/** Refuses requests that are no sound HTTP/1.1, before a route sees them. */
final class Malformed {
    private static final String HOST_SIGNS = ".:-_~%[]!$&'()*+;=";

    private Malformed() {}

    static void check(HttpRequest head) {
        int hosts = Headers.count(head.headers(), HttpHeaderNames.HOST);
        if (hosts > 1 || (hosts == 0 && head.protocolVersion().equals(HttpVersion.HTTP_1_1))) {
            throw Refusal.of(HttpResponseStatus.BAD_REQUEST, "Send exactly one Host header.");
        }
        if (hosts == 1 && !mayBeHost(head.headers().get(HttpHeaderNames.HOST))) {
            throw Refusal.of(HttpResponseStatus.BAD_REQUEST, "The Host header can be no host.");
        }
        if (head.headers().contains(HttpHeaderNames.EXPECT) && !HttpUtil.is100ContinueExpected(head)) {
            throw Refusal.of(HttpResponseStatus.EXPECTATION_FAILED, "The only Expect that we know is 100-continue.");
        }
    }

    /** Whatever a proxy might cut at or read as more than a host is none. */
    private static boolean mayBeHost(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
            if (!plain && HOST_SIGNS.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    static void checkLength(HttpRequest head, int limit) {
        if (head.headers().contains(HttpHeaderNames.CONTENT_LENGTH) && HttpUtil.getContentLength(head, 0L) > limit) {
            throw tooLarge(limit);
        }
    }

    static Refusal tooLarge(int limit) {
        return Refusal.of(
                HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE, "The body may have up to " + limit + " bytes here.");
    }

    static Refusal tooSlow() {
        return Refusal.of(HttpResponseStatus.REQUEST_TIMEOUT, "The body did not arrive in time.");
    }

    /** Why the decoder could make nothing of it. */
    static Refusal undecodable(DecoderResult result) {
        return result.cause() instanceof Refusal refusal
                ? refusal
                : Refusal.of(HttpResponseStatus.BAD_REQUEST, "This is no request.");
    }
}
