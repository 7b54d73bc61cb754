package dev.sluice.edge.server;

import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Causes;
import dev.sluice.edge.http.Handler;
import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Request;
import dev.sluice.schemas.http.Problem;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what a handler throws into an answer. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /** What the handler answers; or, where it throws something, at once or later, what is to be said of that. */
    static CompletableFuture<Answer> answered(Handler handler, Request request) {
        CompletableFuture<Answer> answer;
        try {
            answer = handler.handle(request);
        } catch (RuntimeException e) {
            answer = CompletableFuture.failedFuture(e);
        }
        return answer.exceptionally(thrown -> answer(request, thrown));
    }

    private static Answer answer(Request request, Throwable thrown) {
        Throwable cause = Causes.of(thrown);
        if (cause instanceof Refusal refusal) {
            return refusal.answer();
        }
        String trace = request.trace().id();
        LOG.error("{} {} failed, trace {}", request.method(), request.target(), trace, cause);
        HttpResponseStatus status = HttpResponseStatus.INTERNAL_SERVER_ERROR;
        Problem problem = new Problem(
                "about:blank",
                status.reasonPhrase(),
                status.code(),
                "This is our fault. The log says more under the trace id in instance; trying again may help.",
                "urn:trace:" + trace,
                null);
        return Answer.of(status, Problem.MEDIA_TYPE, problem.json()).with(HttpHeaderNames.CACHE_CONTROL, "no-store");
    }

    /** What ended a connection. What the client has done is no matter for the log, or anybody could fill it. */
    static void log(Throwable cause) {
        if (cause instanceof IOException || cause instanceof DecoderException) {
            LOG.debug("Connection given up", cause);
        } else {
            LOG.error("Connection given up", cause);
        }
    }
}
