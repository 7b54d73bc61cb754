package dev.sluice.edge.json;

import dev.sluice.edge.http.OnLoop;
import dev.sluice.edge.http.Request;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Reads bodies: small ones at once, large ones away from the event loop, since 1,500 lines take milliseconds. */
public final class Bodies implements AutoCloseable {
    private static final int SMALL = 16 * 1024;

    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    /** Completes on the request's loop; fails, or throws, a {@link dev.sluice.edge.http.Refusal}. */
    public <T> CompletableFuture<T> read(Request request, BodySchema<T> schema) {
        if (request.body().length <= SMALL) {
            return CompletableFuture.completedFuture(schema.read(request.body()));
        }
        return OnLoop.resume(CompletableFuture.supplyAsync(() -> schema.read(request.body()), workers), request.loop());
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
