package dev.sluice.edge.outcome;

import dev.sluice.edge.document.Document;
import dev.sluice.edge.http.OnLoop;
import dev.sluice.edge.log.ViewListener;
import io.netty.channel.EventLoop;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Wakes those who wait for a view, out of all the views that come by. */
final class Watch implements ViewListener {
    private final Map<String, List<Subscription>> byId = new ConcurrentHashMap<>();
    private final Recent recent;
    private volatile boolean closed;

    Watch(Recent recent) {
        this.recent = recent;
    }

    Runnable subscribe(String id, EventLoop loop, Watcher watcher) {
        Subscription subscription = new Subscription(id, loop, watcher);
        byId.merge(id, List.of(subscription), Watch::plus);
        if (closed) {
            subscription.tell(Watcher::closing);
        }
        return subscription::end;
    }

    @Override
    public void seen(String id, long version, byte @Nullable [] document) {
        List<Subscription> waiting = byId.get(id);
        boolean wanted = waiting != null || recent.knows(id);
        if (!wanted || document == null) {
            return;
        }
        Document view = new Document(version, new String(document, StandardCharsets.UTF_8));
        recent.seen(id, view);
        if (waiting != null) {
            waiting.forEach(subscription -> subscription.tell(watcher -> watcher.seen(view)));
        }
    }

    @Override
    public void missed() {
        tellAll(Watcher::missed);
    }

    void close() {
        closed = true;
        tellAll(Watcher::closing);
    }

    int waiting() {
        return byId.size();
    }

    private void tellAll(Consumer<Watcher> what) {
        byId.values().forEach(all -> all.forEach(subscription -> subscription.tell(what)));
    }

    private static List<Subscription> plus(List<Subscription> some, List<Subscription> more) {
        List<Subscription> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    /** One who waits. */
    private final class Subscription {
        private final String id;
        private final EventLoop loop;
        private final Watcher watcher;

        private Subscription(String id, EventLoop loop, Watcher watcher) {
            this.id = id;
            this.loop = loop;
            this.watcher = watcher;
        }

        private void tell(Consumer<Watcher> what) {
            OnLoop.run(loop, () -> what.accept(watcher));
        }

        private void end() {
            byId.computeIfPresent(id, (_, all) -> {
                List<Subscription> others =
                        all.stream().filter(other -> other != this).toList();
                return others.isEmpty() ? null : others;
            });
        }
    }
}
