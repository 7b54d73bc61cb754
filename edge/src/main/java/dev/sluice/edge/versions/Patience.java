package dev.sluice.edge.versions;

import dev.sluice.edge.http.Prefer;
import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Request;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long a read waits for the version that its token demands. */
public record Patience(Duration usual, Duration longest) {

    /** As the client prefers (RFC 7240), or as usual. */
    public Duration of(Request request) {
        @Nullable String preference = request.header(Prefer.HEADER);
        Duration asked = Prefer.waitOf(preference, longest);
        return asked.isZero() ? usual : asked;
    }

    /** For whoever waited in vain. */
    public static Refusal over() {
        return Refusal.of(
                        HttpResponseStatus.SERVICE_UNAVAILABLE,
                        "view-behind",
                        "The view is behind",
                        "The view does not show yet what your version token says was written. It will: try again, or leave the"
                                + " token out to see what there is.")
                .with(HttpHeaderNames.RETRY_AFTER, 1);
    }
}
