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
import org.jspecify.annotations.Nullable;

/** The outcomes of one kind of write: orders, or operations. */
public final class Outcomes implements Awaited, AutoCloseable {
    private final Recent recent = new Recent();
    private final Watch watch = new Watch(recent);
    private final Documents documents;
    private final Markers markers;
    private final Predicate<Document> isFinal;

    public Outcomes(Documents documents, Markers markers, Predicate<Document> isFinal) {
        this.documents = documents;
        this.markers = markers;
        this.isFinal = isFinal;
    }

    public Markers markers() {
        return markers;
    }

    /** To be told of every view. */
    public ViewListener listener() {
        return watch;
    }

    /** Remembers, here and for other edges, that the id was accepted. Completes normally without Redis, too. */
    public CompletableFuture<Void> accepted(String id, Marker marker, EventLoop loop) {
        recent.accepted(id, marker);
        return markers.confirm(id, marker, loop).handle((_, _) -> null);
    }

    public CompletableFuture<Lookup> lookup(String id, EventLoop loop) {
        Recent.@Nullable Entry known = recent.find(id);
        Document shown = known == null ? null : known.document();
        return document(id, loop).thenCompose(stored -> {
            Document newest = Recent.newer(shown, stored.orElse(null));
            if (newest != null) {
                return CompletableFuture.<Lookup>completedFuture(new Lookup.Found(newest));
            }
            return known != null
                    ? CompletableFuture.<Lookup>completedFuture(new Lookup.Accepted(known.marker()))
                    : without(id, loop);
        });
    }

    /** The document once it is final, or empty when the wait lapses, the edge shuts down or nobody waits any more. */
    public CompletableFuture<Optional<Document>> awaitFinal(String id, Duration wait, Request request) {
        return await(id, isFinal, wait, request);
    }

    /** The first document that is as it must be; empty as for {@link #awaitFinal}. */
    public CompletableFuture<Optional<Document>> await(
            String id, Predicate<Document> enough, Duration wait, Request request) {
        return new Waiting(this, id, request.loop(), enough).start(wait, request.client());
    }

    @Override
    public CompletableFuture<Optional<Document>> look(String id, EventLoop loop) {
        return lookup(id, loop)
                .thenApply(found ->
                        found instanceof Lookup.Found(Document document) ? Optional.of(document) : Optional.empty());
    }

    @Override
    public Runnable subscribe(String id, EventLoop loop, Watcher watcher) {
        return watch.subscribe(id, loop, watcher);
    }

    /** How many ids somebody waits for. */
    public int waiting() {
        return watch.waiting();
    }

    /** Lets all go who wait, now and from now on. */
    @Override
    public void close() {
        watch.close();
    }

    private CompletableFuture<Optional<Document>> document(String id, EventLoop loop) {
        return documents.find(id, loop).exceptionally(_ -> Optional.empty());
    }

    private CompletableFuture<Lookup> without(String id, EventLoop loop) {
        CompletableFuture<Boolean> complete = documents.complete(loop);
        return markers.find(id, loop)
                .thenCombine(
                        complete,
                        (marker, all) -> marker.<Lookup>map(Lookup.Accepted::new)
                                .orElseGet(() -> all ? new Lookup.Absent() : new Lookup.Unknown()))
                .exceptionally(_ -> new Lookup.Unknown());
    }
}
