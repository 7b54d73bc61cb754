package dev.sluice.edge.identity;

import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Handler;
import dev.sluice.edge.http.Request;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A handler behind the {@link Guard}: without a caller it does not even run. */
record Guarded(Set<Role> roles, CallerHandler handler) implements Handler {
    @Override
    public CompletableFuture<Answer> handle(Request request) {
        Caller caller = request.finding(Caller.class);
        if (caller == null) {
            throw new IllegalStateException("no guard stands before this route");
        }
        return handler.handle(request, caller);
    }
}
