package dev.sluice.query.search;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Refreshes of indices: of all who want one while another runs, one more is for all. */
final class Refreshes {
    private final Function<String, CompletableFuture<?>> refresh;
    private final Map<String, Index> indices = new HashMap<>();

    private static final class Index {
        private CompletableFuture<?> running = CompletableFuture.completedFuture(null);
        private @Nullable CompletableFuture<?> next;
    }

    /** @param refresh begins one of the index of that name */
    Refreshes(Function<String, CompletableFuture<?>> refresh) {
        this.refresh = refresh;
    }

    /** One that begins after this call. */
    synchronized CompletableFuture<?> of(String name) {
        Index index = indices.computeIfAbsent(name, _ -> new Index());
        CompletableFuture<?> next = index.next;
        if (next != null) {
            return next;
        }
        if (index.running.isDone()) {
            index.running = refresh.apply(name);
            return index.running;
        }
        CompletableFuture<?> queued = index.running.handle((_, _) -> null).thenCompose(_ -> begin(name, index));
        if (!queued.isDone()) {
            index.next = queued;
        }
        return queued;
    }

    private synchronized CompletableFuture<?> begin(String name, Index index) {
        index.next = null;
        index.running = refresh.apply(name);
        return index.running;
    }
}
