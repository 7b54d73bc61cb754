package dev.sluice.edge.limits.load;

import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Filter;
import dev.sluice.edge.http.Handler;
import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.routing.Route;
import dev.sluice.edge.routing.Traffic;
import dev.sluice.edge.settings.LoadSettings;
import dev.sluice.edge.settings.Quota;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Lets a class of requests through at an even pace, where it has one: what comes in a burst is held back, not refused. */
public final class Shaping {
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final LoadSettings settings;
    private final LongSupplier clock;
    private final MeterRegistry meters;
    private final Map<Traffic, Shaper> shapers = new EnumMap<>(Traffic.class);

    public Shaping(LoadSettings settings, LongSupplier clock, MeterRegistry meters) {
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
    }

    /** For the route's class. */
    public Filter on(Route route) {
        LoadSettings.Room room = settings.of(route.traffic());
        Quota pace = room.pace();
        if (pace == null) {
            return Filter.NONE;
        }
        Shaper shaper =
                shapers.computeIfAbsent(route.traffic(), _ -> new Shaper(pace, room.heldBack(), clock.getAsLong()));
        var refused = Refused.counter("pace", route.traffic(), meters);
        return next -> request -> {
            long wait = shaper.place(clock.getAsLong());
            if (wait == Shaper.FULL) {
                refused.increment();
                throw Refusal.unavailable("Requests of this kind come faster than they are let through.", RETRY);
            }
            return wait == 0 ? next.handle(request) : later(wait, request, next);
        };
    }

    private static CompletableFuture<Answer> later(long wait, Request request, Handler next) {
        CompletableFuture<Request> due = new CompletableFuture<>();
        var _ = request.loop().schedule(() -> due.complete(request), wait, TimeUnit.NANOSECONDS);
        return due.thenCompose(next::handle);
    }
}
