package dev.sluice.edge.http;

import dev.sluice.schemas.message.Json;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpHeadersFactory;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An answer, used once: status, headers, and a body that is either whole or yet to come. */
public final class Answer {
    public static final String JSON = "application/json";
    private static final byte[] NOTHING = {};

    private final HttpResponseStatus status;
    /** Values are checked, or a client's text could end the line; names are ours. */
    private static final HttpHeadersFactory HEADERS =
            DefaultHttpHeadersFactory.headersFactory().withNameValidation(false);

    private final HttpHeaders headers = newHeaders();
    private final byte[] body;
    private final @Nullable Stream stream;

    static HttpHeaders newHeaders() {
        return HEADERS.newHeaders();
    }

    private Answer(HttpResponseStatus status, byte[] body, @Nullable Stream stream) {
        this.status = status;
        this.body = body;
        this.stream = stream;
    }

    public static Answer empty(HttpResponseStatus status) {
        return new Answer(status, NOTHING, null);
    }

    public static Answer of(HttpResponseStatus status, CharSequence mediaType, byte[] body) {
        return new Answer(status, body, null).with(HttpHeaderNames.CONTENT_TYPE, mediaType);
    }

    /** Personal unless the handler says otherwise, so no cache keeps it. */
    public static Answer json(HttpResponseStatus status, Object value) {
        byte[] body = value instanceof byte[] bytes ? bytes : Json.MAPPER.writeValueAsBytes(value);
        return of(status, JSON, body).with(HttpHeaderNames.CACHE_CONTROL, "no-store");
    }

    public static Answer stream(HttpResponseStatus status, Stream stream) {
        return new Answer(status, NOTHING, stream);
    }

    public Answer with(CharSequence name, Object value) {
        headers.set(name, value);
        return this;
    }

    public CompletableFuture<Answer> now() {
        return CompletableFuture.completedFuture(this);
    }

    public HttpResponseStatus status() {
        return status;
    }

    public HttpHeaders headers() {
        return headers;
    }

    public byte[] body() {
        return body;
    }

    /** Present where the body is yet to come. */
    public @Nullable Stream stream() {
        return stream;
    }

    /** Writes a body bit by bit. */
    @FunctionalInterface
    public interface Stream {
        /** Called on the event loop once the head is on its way. */
        void start(Outlet outlet);

        /** Called instead where nobody wants the body: the request was a HEAD, or the client has gone. */
        default void skip() {}
    }
}
