package dev.sluice.edge.http;

import dev.sluice.schemas.http.Problem;
import dev.sluice.schemas.rejection.Rejection;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer in problem+json (RFC 9457), thrown. It says what is wrong and how to mend it, and carries no stack trace. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient HttpResponseStatus status;
    private final transient Problem problem;
    private final transient Map<String, Object> headers = new LinkedHashMap<>();

    private Refusal(HttpResponseStatus status, Problem problem) {
        super(problem.title() + ": " + problem.detail(), null, false, false);
        this.status = status;
        this.problem = problem;
    }

    /** For which the status says it all. */
    public static Refusal of(HttpResponseStatus status, String detail) {
        return new Refusal(
                status, new Problem("about:blank", status.reasonPhrase(), status.code(), detail, null, null));
    }

    /** @param kind the last part of the problem's type */
    public static Refusal of(HttpResponseStatus status, String kind, String title, String detail) {
        return of(status, kind, title, detail, null);
    }

    public static Refusal of(
            HttpResponseStatus status, String kind, String title, String detail, @Nullable List<Problem.Flaw> flaws) {
        return new Refusal(status, new Problem("/problems/" + kind, title, status.code(), detail, null, flaws));
    }

    /** @param trace the id under which the log says more than the client is told */
    public static Refusal incident(HttpResponseStatus status, String kind, String title, String detail, String trace) {
        return new Refusal(
                status, new Problem("/problems/" + kind, title, status.code(), detail, "urn:trace:" + trace, null));
    }

    /** By a rule of business, which says itself what is wrong. */
    public static Refusal of(HttpResponseStatus status, Rejection reason) {
        return new Refusal(
                status,
                new Problem("/problems/refused", "Refused", status.code(), reason.message(), null, null, reason));
    }

    public static Refusal notFound(String detail) {
        return of(HttpResponseStatus.NOT_FOUND, detail);
    }

    public static Refusal forbidden(String detail) {
        return of(HttpResponseStatus.FORBIDDEN, detail);
    }

    /** Something that we need is away; trying again may help. */
    public static Refusal unavailable(String detail, Duration retryAfter) {
        return of(HttpResponseStatus.SERVICE_UNAVAILABLE, detail)
                .with(HttpHeaderNames.RETRY_AFTER, retryAfter.toSeconds());
    }

    public static Refusal malformed(String detail, List<Problem.Flaw> flaws) {
        return of(HttpResponseStatus.BAD_REQUEST, "malformed-body", "Malformed body", detail, flaws);
    }

    public Refusal with(CharSequence name, Object value) {
        headers.put(name.toString(), value);
        return this;
    }

    public HttpResponseStatus status() {
        return status;
    }

    public Answer answer() {
        Answer answer =
                Answer.of(status, Problem.MEDIA_TYPE, problem.json()).with(HttpHeaderNames.CACHE_CONTROL, "no-store");
        headers.forEach(answer::with);
        return answer;
    }
}
