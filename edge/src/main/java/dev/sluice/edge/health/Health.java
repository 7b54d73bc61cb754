package dev.sluice.edge.health;

import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.log.CommandLog;
import dev.sluice.edge.log.ViewTail;
import dev.sluice.edge.redis.Redis;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** {@code /health/live} and {@code /health/ready}. */
public final class Health {
    private static final Map<String, String> UP = Map.of("status", "UP");

    private final Map<String, BooleanSupplier> needs = new LinkedHashMap<>();

    /** Redis need not be there for ever: reads and writes have a way without it. */
    public Health(CommandLog log, Redis redis, ViewTail tail) {
        needs.put("Kafka has not told its command topics yet", log::ready);
        needs.put("Redis was not reached yet", redis::reached);
        needs.put("The view topics are not followed", tail::following);
    }

    public CompletableFuture<Answer> live(Request request) {
        return Answer.json(HttpResponseStatus.OK, UP).now();
    }

    public CompletableFuture<Answer> ready(Request request) {
        for (Map.Entry<String, BooleanSupplier> need : needs.entrySet()) {
            if (!need.getValue().getAsBoolean()) {
                return Answer.json(
                                HttpResponseStatus.SERVICE_UNAVAILABLE,
                                Map.of("status", "DOWN", "reason", need.getKey()))
                        .now();
            }
        }
        return Answer.json(HttpResponseStatus.OK, UP).now();
    }
}
