package dev.sluice.edge.outcome;

import dev.sluice.edge.document.Document;
import dev.sluice.edge.http.Client;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client that holds its request until the outcome is there ({@code Prefer: wait}). */
final class Waiting implements Watcher {
    private final Outcomes outcomes;
    private final String id;
    private final EventLoop loop;
    private final CompletableFuture<Optional<Document>> outcome = new CompletableFuture<>();
    private @Nullable Runnable unsubscribe;
    private @Nullable ScheduledFuture<?> lapse;

    Waiting(Outcomes outcomes, String id, EventLoop loop) {
        this.outcomes = outcomes;
        this.id = id;
        this.loop = loop;
    }

    CompletableFuture<Optional<Document>> start(Duration wait, Client client) {
        Runnable end = outcomes.subscribe(id, loop, this);
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
        if (outcomes.isFinal(document)) {
            end(Optional.of(document));
        }
    }

    @Override
    public void missed() {
        var _ = outcomes.lookup(id, loop).thenAccept(lookup -> {
            if (lookup instanceof Lookup.Found(Document document)) {
                seen(document);
            }
        });
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
