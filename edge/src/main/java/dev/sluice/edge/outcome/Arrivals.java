package dev.sluice.edge.outcome;

import dev.sluice.edge.document.Document;
import dev.sluice.edge.document.Documents;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.log.ViewListener;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** Views of one projection, for those who wait until one is as it must be. */
public final class Arrivals implements Awaited, AutoCloseable {
    private final Documents documents;
    private final Watch watch = new Watch(new Recent());

    public Arrivals(Documents documents) {
        this.documents = documents;
    }

    /** To be told of every view. */
    public ViewListener listener() {
        return watch;
    }

    /** The first document that is as it must be, or empty when the wait lapses or nobody waits any more. */
    public CompletableFuture<Optional<Document>> await(
            String id, Predicate<Document> enough, Duration wait, Request request) {
        return new Waiting(this, id, request.loop(), enough).start(wait, request.client());
    }

    @Override
    public Runnable subscribe(String id, EventLoop loop, Watcher watcher) {
        return watch.subscribe(id, loop, watcher);
    }

    @Override
    public CompletableFuture<Optional<Document>> look(String id, EventLoop loop) {
        return documents.find(id, loop).exceptionally(_ -> Optional.empty());
    }

    /** Lets all go who wait, now and from now on. */
    @Override
    public void close() {
        watch.close();
    }
}
