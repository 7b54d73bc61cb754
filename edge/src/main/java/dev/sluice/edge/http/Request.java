package dev.sluice.edge.http;

import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashMap;
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
    private final Visitor visitor;
    private Map<Class<?>, Object> findings = Map.of();
    private final List<Runnable> whenOver = new ArrayList<>(1);
    private @Nullable HttpHeaders more;
    private @Nullable Trace trace;
    private boolean timed;
    private long lapBegan;
    private boolean over;

    public Request(
            HttpRequest head,
            byte[] body,
            Map<String, String> parameters,
            EventLoop loop,
            Client client,
            Visitor visitor) {
        this.head = head;
        this.body = body;
        this.parameters = parameters;
        this.loop = loop;
        this.client = client;
        this.visitor = visitor;
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
        return Headers.joined(head.headers(), name);
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

    /** Where the request is held to come from. */
    public Visitor visitor() {
        return visitor;
    }

    /** Gives a header to the answer, whatever that will be. */
    public void answerWith(CharSequence name, Object value) {
        if (more == null) {
            more = Answer.newHeaders();
        }
        more.set(name, value);
    }

    /** The answer with the headers that were given to it. */
    public Answer complete(Answer answer) {
        if (more != null) {
            answer.headers().setAll(more);
        }
        return answer;
    }

    /** Called on the loop once it is over, answered to the end or given up; at once where it is. */
    public void whenOver(Runnable then) {
        if (over) {
            then.run();
        } else {
            whenOver.add(then);
        }
    }

    /** For the server alone to say. */
    public void over() {
        over = true;
        whenOver.forEach(Runnable::run);
        whenOver.clear();
    }

    /** Leaves what a stage has found out to those behind it; they find it by its class. */
    public void found(Object finding) {
        Map<Class<?>, Object> more = new HashMap<>(findings);
        more.put(finding.getClass(), finding);
        findings = Map.copyOf(more);
    }

    /** What a stage before us has found out, or null. */
    public <T> @Nullable T finding(Class<T> type) {
        return type.cast(findings.get(type));
    }

    /** Has its laps timed from now on. */
    public void timed() {
        timed = true;
        lapBegan = System.nanoTime();
    }

    public boolean isTimed() {
        return timed;
    }

    /** Nanoseconds since it was called last, or since {@link #timed}. */
    public long lap() {
        long now = System.nanoTime();
        long taken = now - lapBegan;
        lapBegan = now;
        return taken;
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
