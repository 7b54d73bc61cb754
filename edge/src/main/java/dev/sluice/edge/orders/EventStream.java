package dev.sluice.edge.orders;

import dev.sluice.edge.document.Document;
import dev.sluice.edge.http.Outlet;
import dev.sluice.edge.outcome.Outcomes;
import dev.sluice.edge.outcome.Watcher;
import dev.sluice.edge.versions.VersionTokens;
import io.netty.buffer.Unpooled;
import io.netty.util.concurrent.ScheduledFuture;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The events of one order for one client. A client that reads slowly misses what was overtaken, never the latest. */
final class EventStream implements Watcher {
    private static final String RETRY = "retry: 2000\n\n";
    private static final String HEARTBEAT = ":\n\n";

    private final Outcomes outcomes;
    private final VersionTokens tokens;
    private final String id;
    private final Duration heartbeat;
    private final Duration longest;
    private final List<Runnable> onEnd = new ArrayList<>();
    private long sent;
    private boolean ended;
    private @Nullable Outlet outlet;
    private @Nullable OrderView held;

    EventStream(Outcomes outcomes, VersionTokens tokens, String id, long seen, Duration heartbeat, Duration longest) {
        this.outcomes = outcomes;
        this.tokens = tokens;
        this.id = id;
        this.sent = seen;
        this.heartbeat = heartbeat;
        this.longest = longest;
    }

    void start(Outlet to, OrderView first) {
        outlet = to;
        write(to, RETRY);
        offer(to, first);
        onEnd.add(outcomes.subscribe(id, to.loop(), this));
        ScheduledFuture<?> beat = to.loop()
                .scheduleAtFixedRate(this::beat, heartbeat.toMillis(), heartbeat.toMillis(), TimeUnit.MILLISECONDS);
        ScheduledFuture<?> end =
                to.loop().schedule((Runnable) this::closing, longest.toMillis(), TimeUnit.MILLISECONDS);
        onEnd.add(() -> beat.cancel(false));
        onEnd.add(() -> end.cancel(false));
        to.whenGone(this::closing);
        if (ended) {
            cleanUp();
        } else {
            missed();
        }
    }

    @Override
    public void seen(Document document) {
        if (outlet != null) {
            offer(outlet, OrderView.of(document));
        }
    }

    @Override
    public void missed() {
        if (outlet != null) {
            var _ = outcomes.look(id, outlet.loop()).thenAccept(found -> found.ifPresent(this::seen));
        }
    }

    @Override
    public void closing() {
        if (!ended && outlet != null) {
            ended = true;
            cleanUp();
            outlet.end();
        }
    }

    private void offer(Outlet to, OrderView view) {
        if (ended || view.version() <= sent) {
            return;
        }
        if (!to.writable()) {
            held = view;
            to.whenWritable(this::release);
            return;
        }
        sent = view.version();
        String data = new String(view.json(tokens.sign(view.versions())), StandardCharsets.UTF_8);
        write(to, "id: " + sent + "\nevent: status\ndata: " + data + "\n\n");
        if (view.isFinal()) {
            closing();
        }
    }

    private void release() {
        OrderView latest = held;
        held = null;
        if (latest != null && outlet != null) {
            offer(outlet, latest);
        }
    }

    private void beat() {
        if (outlet != null && outlet.writable()) {
            write(outlet, HEARTBEAT);
        }
    }

    private void cleanUp() {
        onEnd.forEach(Runnable::run);
        onEnd.clear();
    }

    private static void write(Outlet to, String text) {
        to.write(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8));
    }
}
