package dev.sluice.edge.server;

import dev.sluice.edge.http.Refusal;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.List;

/** Refuses requests that are no sound HTTP/1.1, before a route sees them. */
final class Malformed {
    private static final String HOST_SIGNS = ".:-_~%[]!$&'()*+;=";

    private Malformed() {}

    static void check(HttpRequest head) {
        HttpVersion version = head.protocolVersion();
        if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
            throw Refusal.of(HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED, "Speak HTTP/1.1.");
        }
        List<String> hosts = head.headers().getAll(HttpHeaderNames.HOST);
        if (hosts.size() > 1 || (hosts.isEmpty() && version.equals(HttpVersion.HTTP_1_1))) {
            throw Refusal.of(HttpResponseStatus.BAD_REQUEST, "Send exactly one Host header.");
        }
        if (!hosts.isEmpty() && !mayBeHost(hosts.getFirst())) {
            throw Refusal.of(HttpResponseStatus.BAD_REQUEST, "The Host header can be no host.");
        }
        if (head.headers().contains(HttpHeaderNames.EXPECT) && !HttpUtil.is100ContinueExpected(head)) {
            throw Refusal.of(HttpResponseStatus.EXPECTATION_FAILED, "The only Expect that we know is 100-continue.");
        }
        String coding = head.headers().get(HttpHeaderNames.TRANSFER_ENCODING);
        if (coding != null && !HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(coding)) {
            throw Refusal.of(HttpResponseStatus.NOT_IMPLEMENTED, "The only Transfer-Encoding that we know is chunked.");
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
        if (HttpUtil.getContentLength(head, 0L) > limit) {
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

    static Refusal undecodable(DecoderResult result) {
        return switch (result.cause()) {
            case TooLongHttpLineException _ ->
                Refusal.of(HttpResponseStatus.REQUEST_URI_TOO_LONG, "The request line is too long.");
            case TooLongHttpHeaderException _ ->
                Refusal.of(HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "The header fields are too large.");
            case null, default ->
                Refusal.of(HttpResponseStatus.BAD_REQUEST, "This is not HTTP/1.1 as RFC 9112 has it.");
        };
    }
}
