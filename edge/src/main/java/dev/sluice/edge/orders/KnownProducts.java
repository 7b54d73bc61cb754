package dev.sluice.edge.orders;

import dev.sluice.control.Live;
import dev.sluice.control.LiveGenerations;
import dev.sluice.edge.document.Announced;
import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.redis.Redis;
import dev.sluice.edge.redis.Reply;
import dev.sluice.schemas.http.Problem;
import dev.sluice.schemas.order.RequestedLine;
import dev.sluice.schemas.view.Projection;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Refuses an order for a product that certainly does not exist, before it costs anybody anything. In doubt it lets pass:
 * ordering has the last word.
 */
public final class KnownProducts {
    private final Redis redis;
    private final LiveGenerations generations;

    public KnownProducts(Redis redis, LiveGenerations generations) {
        this.redis = redis;
        this.generations = generations;
    }

    /** Fails with a {@link Refusal} that names the unknown ones by their place in {@code asked}. */
    CompletableFuture<Void> check(List<RequestedLine> lines, List<RequestedLine> asked, EventLoop loop) {
        Live live = generations.live(Projection.PRODUCT_PAGE);
        if (live == null) {
            return CompletableFuture.completedFuture(null);
        }
        String[] exists = Stream.concat(
                        Stream.of("EXISTS", Projection.REDIS_EPOCH),
                        lines.stream().map(line -> live.redisKey(line.sku())))
                .toArray(String[]::new);
        return redis.call(loop, exists)
                .thenCompose(found -> found.number() == exists.length - 1 ? none() : unknown(live, lines, loop))
                .exceptionallyCompose(_ -> none())
                .thenAccept(unknown -> refuse(unknown, asked));
    }

    /** Second, because it happens rarely: one question for each line. */
    private CompletableFuture<Set<String>> unknown(Live live, List<RequestedLine> lines, EventLoop loop) {
        CompletableFuture<Reply> epoch = redis.call(loop, "EXISTS", Projection.REDIS_EPOCH);
        List<CompletableFuture<Reply>> each = lines.stream()
                .map(line -> redis.call(loop, "EXISTS", live.redisKey(line.sku()), Announced.key(line.sku())))
                .toList();
        return CompletableFuture.allOf(each.toArray(CompletableFuture[]::new)).thenCombine(epoch, (_, complete) -> {
            Set<String> unknown = new HashSet<>();
            for (int i = 0; i < lines.size() && complete.number() == 1; i++) {
                if (each.get(i).resultNow().number() == 0) {
                    unknown.add(lines.get(i).sku());
                }
            }
            return unknown;
        });
    }

    private static void refuse(Set<String> unknown, List<RequestedLine> asked) {
        if (unknown.isEmpty()) {
            return;
        }
        List<Problem.Flaw> flaws = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            String sku = asked.get(i).sku();
            if (unknown.contains(sku)) {
                flaws.add(new Problem.Flaw("/lines/" + i + "/sku", "there is no product " + sku));
            }
        }
        throw Refusal.of(
                HttpResponseStatus.UNPROCESSABLE_ENTITY,
                "unknown-sku",
                "Unknown product",
                "The order names products that do not exist. GET /products?q=… finds those that do.",
                flaws);
    }

    private static CompletableFuture<Set<String>> none() {
        return CompletableFuture.completedFuture(Set.of());
    }
}
