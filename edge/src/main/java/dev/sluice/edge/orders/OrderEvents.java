package dev.sluice.edge.orders;

import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.identity.Caller;
import dev.sluice.edge.outcome.Outcomes;
import dev.sluice.edge.versions.VersionTokens;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** {@code GET /orders/{id}/events}: each new status as a server-sent event, until the final one. */
public final class OrderEvents {
    public static final String MEDIA_TYPE = "text/event-stream";
    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final int MAX_DIGITS = 18;

    private final ReadOrder reading;
    private final Outcomes outcomes;
    private final VersionTokens tokens;
    private final Duration heartbeat;
    private final Duration longest;

    /** @param longest after which the client must come again, so that no connection outlives its token for long */
    public OrderEvents(
            ReadOrder reading, Outcomes outcomes, VersionTokens tokens, Duration heartbeat, Duration longest) {
        this.reading = reading;
        this.outcomes = outcomes;
        this.tokens = tokens;
        this.heartbeat = heartbeat;
        this.longest = longest;
    }

    public CompletableFuture<Answer> handle(Request request, Caller caller) {
        long seen = seen(request);
        return reading.find(request, caller).thenApply(view -> {
            if (view.isFinal() && view.version() <= seen) {
                // The way to tell an EventSource not to come back.
                return Answer.empty(HttpResponseStatus.NO_CONTENT);
            }
            EventStream stream = new EventStream(outcomes, tokens, request.parameter("id"), seen, heartbeat, longest);
            return Answer.stream(HttpResponseStatus.OK, outlet -> stream.start(outlet, view))
                    .with(HttpHeaderNames.CONTENT_TYPE, MEDIA_TYPE)
                    .with(HttpHeaderNames.CACHE_CONTROL, "no-store")
                    .with("X-Accel-Buffering", "no");
        });
    }

    /** The version that the client saw last, -1 for none. */
    private static long seen(Request request) {
        String header = request.header(LAST_EVENT_ID);
        boolean number = header != null
                && !header.isEmpty()
                && header.length() <= MAX_DIGITS
                && header.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Long.parseLong(header) : -1;
    }
}
