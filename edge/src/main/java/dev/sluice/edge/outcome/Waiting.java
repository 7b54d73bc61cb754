package dev.sluice.edge.outcome;

import dev.sluice.edge.document.Document;
import dev.sluice.edge.http.Client;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A client that holds its request until a view is as it must be ({@code Prefer: wait}, or a version token). */
final class Waiting implements Watcher {
    private final Awaited awaited;
    private final String id;
    private final EventLoop loop;
    private final Predicate<Document> enough;
    private final CompletableFuture<Optional<Document>> outcome = new CompletableFuture<>();
    private @Nullable Runnable unsubscribe;
    private @Nullable ScheduledFuture<?> lapse;

    Waiting(Awaited awaited, String id, EventLoop loop, Predicate<Document> enough) {
        this.awaited = awaited;
        this.id = id;
        this.loop = loop;
        this.enough = enough;
    }

    CompletableFuture<Optional<Document>> start(Duration wait, Client client) {
        Runnable end = awaited.subscribe(id, loop, this);
        if (outcome.isDone()) {
            end.run();
            return outcome;
        }
        unsubscribe = end;
        lapse = loop.schedule((Runnable) this::closing, wait.toMillis(), TimeUnit.MILLISECONDS);
        client.whenGone(this::closing);
        missed();
        return outcome;
    }

    @Override
    public void seen(Document document) {
        if (enough.test(document)) {
            end(Optional.of(document));
        }
    }

    @Override
    public void missed() {
        var _ = awaited.look(id, loop).thenAccept(found -> found.ifPresent(this::seen));
    }

    @Override
    public void closing() {
        end(Optional.empty());
    }

    private void end(Optional<Document> document) {
        if (outcome.complete(document)) {
            if (unsubscribe != null) {
                unsubscribe.run();
            }
            if (lapse != null) {
                lapse.cancel(false);
            }
        }
    }
}
