package dev.sluice.edge.http2;

import dev.sluice.edge.http.Refusal;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Iterator;
import java.util.Map;

/**
 * Looks whether a request could have come by HTTP/1.1. In HTTP/2 a path may bring blanks and a value the end of a line, which would
 * be another request where it is passed on (RFC 9113, 10.3).
 */
final class Soundness extends ChannelInboundHandlerAdapter {
    private static final String OF_TOKENS = "!#$%&'*+-.^_`|~";
    private static final char DELETE = 0x7f;
    private static final char LAST_OCTET = 0xff;

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpRequest request && !isSound(request)) {
            request.setDecoderResult(DecoderResult.failure(Refusal.of(
                    HttpResponseStatus.BAD_REQUEST,
                    "The method, the path or a header field has a character that none may have.")));
        }
        ctx.fireChannelRead(message);
    }

    private static boolean isSound(HttpRequest request) {
        return isToken(request.method().name()) && isTarget(request.uri()) && areValues(request);
    }

    private static boolean areValues(HttpRequest request) {
        Iterator<Map.Entry<CharSequence, CharSequence>> fields =
                request.headers().iteratorCharSequence();
        while (fields.hasNext()) {
            Map.Entry<CharSequence, CharSequence> field = fields.next();
            if (!isToken(field.getKey()) || !isValue(field.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isToken(CharSequence text) {
        return !text.isEmpty()
                && text.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || OF_TOKENS.indexOf(c) >= 0);
    }

    private static boolean isTarget(CharSequence text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c != DELETE && c <= LAST_OCTET);
    }

    private static boolean isValue(CharSequence text) {
        return text.chars().allMatch(c -> (c >= ' ' || c == '\t') && c != DELETE && c <= LAST_OCTET);
    }
}
