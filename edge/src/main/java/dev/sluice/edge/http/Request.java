package dev.sluice.edge.http;

import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One whole request, read to its end, with what the route found in its path. */
public final class Request {
    private final HttpRequest head;
    private final byte[] body;
    private final Map<String, String> parameters;
    private final EventLoop loop;
    private final Client client;
    private @Nullable Trace trace;

    public Request(HttpRequest head, byte[] body, Map<String, String> parameters, EventLoop loop, Client client) {
        this.head = head;
        this.body = body;
        this.parameters = parameters;
        this.loop = loop;
        this.client = client;
    }

    public HttpMethod method() {
        return head.method();
    }

    /** As it came: still percent-encoded, with its query. */
    public String target() {
        return head.uri();
    }

    public HttpHeaders headers() {
        return head.headers();
    }

    /** The header's value, or null; several fields of one name are one list (RFC 9110). */
    public @Nullable String header(CharSequence name) {
        List<String> all = head.headers().getAll(name);
        return all.isEmpty() ? null : String.join(", ", all);
    }

    /** Owned by the caller from now on. */
    public byte[] body() {
        return body;
    }

    /** What stands in the path where the route has {@code {name}}. */
    public String parameter(String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no {" + name + "}");
        }
        return value;
    }

    /** Where everything about this request happens. */
    public EventLoop loop() {
        return loop;
    }

    public Client client() {
        return client;
    }

    public Trace trace() {
        Trace known = trace;
        if (known == null) {
            known = Trace.of(head.headers().get(Trace.HEADER));
            trace = known;
        }
        return known;
    }
}
