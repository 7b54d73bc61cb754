package dev.sluice.projector;

import dev.sluice.projector.elasticsearch.ElasticsearchLink;
import dev.sluice.projector.elasticsearch.ElasticsearchStore;
import dev.sluice.projector.lag.LogEnds;
import dev.sluice.projector.lag.TopicId;
import dev.sluice.projector.log.View;
import dev.sluice.projector.redis.RedisLink;
import dev.sluice.projector.redis.RedisStore;
import dev.sluice.projector.rejects.RejectSender;
import dev.sluice.projector.settings.ProjectorSettings;
import dev.sluice.projector.sink.Sink;
import dev.sluice.projector.sink.Store;
import dev.sluice.schemas.view.Projection;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.List;

/** Which view goes into which stores. */
final class SinkFactory {
    private final ProjectorSettings settings;
    private final Clients clients;
    private final LogEnds logEnds;
    private final RejectSender rejects;
    private final RedisClient redis;
    private final ElasticsearchLink elasticsearch;

    SinkFactory(
            ProjectorSettings settings,
            Clients clients,
            LogEnds logEnds,
            RejectSender rejects,
            RedisClient redis,
            ElasticsearchLink elasticsearch) {
        this.settings = settings;
        this.clients = clients;
        this.logEnds = logEnds;
        this.rejects = rejects;
        this.redis = redis;
        this.elasticsearch = elasticsearch;
    }

    static boolean goesIntoRedis(Projection projection) {
        return switch (projection) {
            case ORDER_STATUS, PRODUCT_PAGE, OPERATIONS, DEAD_LETTERS -> true;
            case BACK_OFFICE_ORDERS -> false;
        };
    }

    List<Sink> of(View view) {
        return switch (view.projection()) {
            case ORDER_STATUS, OPERATIONS -> List.of(toRedis(view));
            case PRODUCT_PAGE, DEAD_LETTERS -> List.of(toRedis(view), toElasticsearch(view));
            case BACK_OFFICE_ORDERS -> List.of(toElasticsearch(view));
        };
    }

    RedisLink redis() {
        RedisURI uri = RedisURI.create(settings.redis().url());
        uri.setTimeout(settings.redis().timeout());
        return new RedisLink(redis, uri);
    }

    private Sink toRedis(View view) {
        Store store = new RedisStore(view, redis(), Projection.REDIS_EPOCH, new TopicId(logEnds, view.topic()));
        return sink(view, store, Duration.ZERO);
    }

    private Sink toElasticsearch(View view) {
        Store store = new ElasticsearchStore(view, elasticsearch, new TopicId(logEnds, view.topic()));
        return sink(view, store, settings.projector().sinks().searchLinger());
    }

    private Sink sink(View view, Store store, Duration linger) {
        return new Sink(
                view, store, clients::consumer, rejects, settings.projector().sinks(), linger);
    }
}
