package dev.sluice.edge.http1;

import dev.sluice.edge.http.Refusal;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Cuts what a connection brings into requests. One whose bytes are all there is one object, others are their head and the parts of
 * their body. After what is no request comes an object that has failed, and all that follows is content of nothing.
 */
final class RequestReader {
    private final Head head;
    private final Chunks chunks;
    private Phase phase = Phase.HEAD;
    private long left;

    /**
     * @param mostOfLine bytes that the first line may have
     * @param mostOfFields bytes that all fields may have
     */
    RequestReader(int mostOfLine, int mostOfFields) {
        this.head = new Head(mostOfLine, mostOfFields);
        this.chunks = new Chunks(mostOfLine);
    }

    private enum Phase {
        HEAD,
        CONTENT,
        CHUNKS,
        BROKEN
    }

    /**
     * Hands out what there is.
     *
     * @return where the first byte is that is wanted again, with those that follow
     */
    int read(byte[] bytes, int from, int to, Consumer<HttpObject> out) {
        int at = from;
        try {
            while (at < to) {
                int next = step(bytes, at, to, out);
                if (next == at) {
                    return at;
                }
                at = next;
            }
        } catch (Refusal refusal) {
            out.accept(failed(refusal));
            phase = Phase.BROKEN;
            return to;
        }
        return at;
    }

    private int step(byte[] bytes, int from, int to, Consumer<HttpObject> out) {
        return switch (phase) {
            case HEAD -> bytes[from] == '\r' ? emptyLine(bytes, from, to) : head(bytes, from, to, out);
            case CONTENT -> content(bytes, from, to, out);
            case CHUNKS -> chunk(bytes, from, to, out);
            case BROKEN -> {
                out.accept(new DefaultHttpContent(copy(bytes, from, to)));
                yield to;
            }
        };
    }

    /** Before a request, old clients are allowed one (RFC 9112, 2.2). */
    private static int emptyLine(byte[] bytes, int from, int to) {
        int next = Fields.lineEnd(bytes, from, to, "");
        return next == Fields.INCOMPLETE ? from : next;
    }

    private int head(byte[] bytes, int from, int to, Consumer<HttpObject> out) {
        int body = head.read(bytes, from, to);
        if (body == Fields.INCOMPLETE) {
            return from;
        }
        Fields fields = head.fields();
        HttpHeaders headers = fields.taken();
        left = Math.max(0, fields.length());
        if (!fields.chunked() && left <= to - body) {
            int end = body + (int) left;
            ByteBuf content = end == body ? Unpooled.EMPTY_BUFFER : copy(bytes, body, end);
            out.accept(new DefaultFullHttpRequest(
                    head.version(), head.method(), head.target(), content, headers, EmptyHttpHeaders.INSTANCE));
            return end;
        }
        phase = fields.chunked() ? Phase.CHUNKS : Phase.CONTENT;
        chunks.begin();
        out.accept(new DefaultHttpRequest(head.version(), head.method(), head.target(), headers));
        return body;
    }

    private int content(byte[] bytes, int from, int to, Consumer<HttpObject> out) {
        int end = (int) Math.min(to, from + left);
        left -= end - from;
        ByteBuf part = copy(bytes, from, end);
        if (left > 0) {
            out.accept(new DefaultHttpContent(part));
        } else {
            phase = Phase.HEAD;
            out.accept(new DefaultLastHttpContent(part, EmptyHttpHeaders.INSTANCE));
        }
        return end;
    }

    private int chunk(byte[] bytes, int from, int to, Consumer<HttpObject> out) {
        int next = chunks.read(bytes, from, to, head.fields(), out);
        if (chunks.ended()) {
            phase = Phase.HEAD;
        }
        return next;
    }

    private HttpObject failed(Refusal refusal) {
        HttpObject failed = phase == Phase.HEAD
                ? new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/")
                : new DefaultLastHttpContent();
        failed.setDecoderResult(DecoderResult.failure(refusal));
        return failed;
    }

    private static ByteBuf copy(byte[] bytes, int from, int to) {
        return Unpooled.wrappedBuffer(Arrays.copyOfRange(bytes, from, to));
    }
}
