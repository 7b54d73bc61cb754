package dev.sluice.edge.routing;

import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Filter;
import dev.sluice.edge.http.Handler;
import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Request;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Locale;
import java.util.regex.Pattern;

/** Lets pass what says that it is JSON in UTF-8 and how long it is: otherwise 415 or 411. */
public final class TakesJson implements Filter {
    private final boolean optional;

    private TakesJson(boolean optional) {
        this.optional = optional;
    }

    public static TakesJson always() {
        return new TakesJson(false);
    }

    /** No body will do, too. */
    public static TakesJson ifAnything() {
        return new TakesJson(true);
    }

    private static final Pattern JSON = Pattern.compile("application/json\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?");

    @Override
    public Handler before(Handler next) {
        return request -> {
            if (!optional || request.body().length > 0) {
                check(request);
            }
            return next.handle(request);
        };
    }

    private static void check(Request request) {
        HttpHeaders headers = request.headers();
        if (!headers.contains(HttpHeaderNames.CONTENT_LENGTH) && !headers.contains(HttpHeaderNames.TRANSFER_ENCODING)) {
            throw Refusal.of(HttpResponseStatus.LENGTH_REQUIRED, "Send a JSON body, with Content-Length or chunked.");
        }
        String type = headers.get(HttpHeaderNames.CONTENT_TYPE, "");
        if (!JSON.matcher(type.toLowerCase(Locale.ROOT).strip()).matches()) {
            throw unsupported("The body must be JSON in UTF-8: send Content-Type: application/json.")
                    .with(HttpHeaderNames.ACCEPT, Answer.JSON);
        }
        String coding = headers.get(HttpHeaderNames.CONTENT_ENCODING, "identity");
        if (!coding.equalsIgnoreCase("identity")) {
            throw unsupported("The body must not be compressed: send it without Content-Encoding.")
                    .with(HttpHeaderNames.ACCEPT_ENCODING, "identity");
        }
    }

    private static Refusal unsupported(String detail) {
        return Refusal.of(HttpResponseStatus.UNSUPPORTED_MEDIA_TYPE, detail);
    }
}
