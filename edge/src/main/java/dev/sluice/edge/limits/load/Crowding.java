package dev.sluice.edge.limits.load;

import com.netflix.concurrency.limits.Limit;
import com.netflix.concurrency.limits.limit.FixedLimit;
import com.netflix.concurrency.limits.limit.Gradient2Limit;
import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Filter;
import dev.sluice.edge.http.Handler;
import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.routing.Route;
import dev.sluice.edge.routing.Traffic;
import dev.sluice.edge.settings.LoadSettings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Bulkheads, one for each class of routes. An adaptive one learns from the time that answers take: it narrows as soon as they
 * queue somewhere behind us, long before anything times out.
 */
public final class Crowding {
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final int SERVER_ERROR = 500;

    private final LoadSettings settings;
    private final LongSupplier clock;
    private final MeterRegistry meters;
    private final Map<Traffic, Room> rooms = new EnumMap<>(Traffic.class);

    public Crowding(LoadSettings settings, LongSupplier clock, MeterRegistry meters) {
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
    }

    private record Room(Bulkhead bulkhead, Limit limit, Counter refused) {}

    /** For the route's class. */
    public Filter on(Route route) {
        Traffic traffic = route.traffic();
        if (traffic == Traffic.UNLIMITED) {
            return Filter.NONE;
        }
        Room room = rooms.computeIfAbsent(traffic, this::room);
        return next -> request -> {
            if (!room.bulkhead.enter()) {
                room.refused.increment();
                throw Refusal.unavailable("Too many requests of this kind are under way.", RETRY);
            }
            request.whenOver(room.bulkhead::leave);
            return learning(room, request, next);
        };
    }

    private CompletableFuture<Answer> learning(Room room, Request request, Handler next) {
        if (room.limit instanceof FixedLimit) {
            return next.handle(request);
        }
        long begun = clock.getAsLong();
        int inside = room.bulkhead.inside();
        return next.handle(request)
                .whenComplete((answer, failure) ->
                        room.limit.onSample(begun, clock.getAsLong() - begun, inside, overloaded(answer, failure)));
    }

    /** A refusal for the client's own fault says nothing of those behind us. */
    private static boolean overloaded(@Nullable Answer answer, @Nullable Throwable failure) {
        Throwable cause = failure == null ? null : failure.getCause() == null ? failure : failure.getCause();
        if (cause instanceof Refusal refusal) {
            return refusal.status().code() >= SERVER_ERROR;
        }
        return answer == null || answer.status().code() >= SERVER_ERROR;
    }

    private Room room(Traffic traffic) {
        LoadSettings.Room room = settings.of(traffic);
        Limit limit = room.adaptive()
                ? Gradient2Limit.newBuilder()
                        .initialLimit(room.atOnce())
                        .minLimit(Math.max(1, room.atOnce() / 8))
                        .maxConcurrency(room.atOnce())
                        .build()
                : FixedLimit.of(room.atOnce());
        Bulkhead bulkhead = new Bulkhead(limit::getLimit);
        Gauge.builder("sluice.edge.at.once", bulkhead, Bulkhead::inside)
                .tag("traffic", traffic.text())
                .register(meters);
        Gauge.builder("sluice.edge.at.once.most", limit, Limit::getLimit)
                .tag("traffic", traffic.text())
                .register(meters);
        return new Room(bulkhead, limit, Refused.counter("crowding", traffic, meters));
    }
}
