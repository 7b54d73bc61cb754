package dev.sluice.edge.identity;

import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Request;
import java.util.concurrent.CompletableFuture;

/** A {@link dev.sluice.edge.http.Handler} that is told who calls. */
@FunctionalInterface
public interface CallerHandler {
    CompletableFuture<Answer> handle(Request request, Caller caller);
}
