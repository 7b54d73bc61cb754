package dev.sluice.edge.grabs;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sluice.edge.document.Announced;
import dev.sluice.edge.document.Document;
import dev.sluice.edge.document.Documents;
import dev.sluice.edge.redis.Redis;
import dev.sluice.edge.redis.RedisAway;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.view.GrabView;
import dev.sluice.schemas.view.GrabView.Offer;
import dev.sluice.schemas.view.Projection;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What there is to grab, as Redis has it. Each edge remembers it for a second: a crowd asks for one and the same. */
final class Offers {
    private static final Duration REMEMBERED = Duration.ofSeconds(1);
    private static final int MOST = 1_000;

    private final Redis redis;
    private final Documents documents;
    private final Cache<String, Offer> known = Caffeine.newBuilder()
            .executor(Runnable::run)
            .expireAfterWrite(REMEMBERED)
            .maximumSize(MOST)
            .build();

    Offers(Redis redis, Documents documents) {
        this.redis = redis;
        this.documents = documents;
    }

    sealed interface Finding {
        record Known(Offer offer) implements Finding {}

        /** It is just being put. */
        record Expected() implements Finding {}

        record Absent() implements Finding {}

        /** Redis does not say that it holds all views. */
        record Unknown() implements Finding {}
    }

    /** Fails with {@link RedisAway}. */
    CompletableFuture<Finding> find(String id, EventLoop loop) {
        Offer remembered = known.getIfPresent(id);
        return remembered == null
                ? documents.find(id, loop).thenCompose(found -> {
                    Offer offer = found.map(Offers::offer).orElse(null);
                    return offer == null ? without(id, loop) : known(id, offer);
                })
                : CompletableFuture.completedFuture(new Finding.Known(remembered));
    }

    private CompletableFuture<Finding> known(String id, Offer offer) {
        known.put(id, offer);
        return CompletableFuture.completedFuture(new Finding.Known(offer));
    }

    private CompletableFuture<Finding> without(String id, EventLoop loop) {
        return redis.call(loop, "EXISTS", Announced.key(id))
                .thenCombine(redis.call(loop, "EXISTS", Projection.REDIS_EPOCH), (announced, complete) -> {
                    if (announced.number() == 1) {
                        return new Finding.Expected();
                    }
                    return complete.number() == 1 ? new Finding.Absent() : new Finding.Unknown();
                });
    }

    private static @Nullable Offer offer(Document document) {
        return Json.MAPPER.readValue(document.json(), GrabView.class) instanceof Offer offer ? offer : null;
    }
}
