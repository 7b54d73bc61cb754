package dev.sluice.projector;

import dev.sluice.control.Live;
import dev.sluice.control.LiveGenerations;
import dev.sluice.projector.elasticsearch.ElasticsearchContents;
import dev.sluice.projector.elasticsearch.ElasticsearchLink;
import dev.sluice.projector.elasticsearch.ElasticsearchStore;
import dev.sluice.projector.lag.LogEnds;
import dev.sluice.projector.lag.TopicId;
import dev.sluice.projector.log.View;
import dev.sluice.projector.redis.RedisContents;
import dev.sluice.projector.redis.RedisLink;
import dev.sluice.projector.redis.RedisStore;
import dev.sluice.projector.rejects.RejectSender;
import dev.sluice.projector.settings.ProjectorSettings;
import dev.sluice.projector.sink.Sink;
import dev.sluice.projector.sink.Store;
import dev.sluice.projector.sink.Transit;
import dev.sluice.projector.verify.Contents;
import dev.sluice.schemas.view.Projection;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Which view goes into which stores. */
final class SinkFactory {
    /** The refresh interval of the indices, as {@code schemas} defines them. */
    private static final Duration REFRESH = Duration.ofMillis(500);

    private final ProjectorSettings settings;
    private final Clients clients;
    private final LogEnds logEnds;
    private final RejectSender rejects;
    private final LiveGenerations generations;
    private final RedisClient redis;
    private final ElasticsearchLink elasticsearch;

    SinkFactory(
            ProjectorSettings settings,
            Clients clients,
            LogEnds logEnds,
            RejectSender rejects,
            LiveGenerations generations,
            RedisClient redis,
            ElasticsearchLink elasticsearch) {
        this.settings = settings;
        this.clients = clients;
        this.logEnds = logEnds;
        this.rejects = rejects;
        this.generations = generations;
        this.redis = redis;
        this.elasticsearch = elasticsearch;
    }

    static boolean goesIntoRedis(Projection projection) {
        return switch (projection) {
            case ORDER_STATUS, PRODUCT_PAGE, OPERATIONS, DEAD_LETTERS, GRABS -> true;
            case BACK_OFFICE_ORDERS -> false;
        };
    }

    static boolean goesIntoElasticsearch(Projection projection) {
        return switch (projection) {
            case ORDER_STATUS, OPERATIONS, GRABS -> false;
            case PRODUCT_PAGE, DEAD_LETTERS, BACK_OFFICE_ORDERS -> true;
        };
    }

    List<Sink> of(View view) {
        List<Sink> sinks = new ArrayList<>();
        if (goesIntoRedis(view.projection())) {
            sinks.add(toRedis(view));
        }
        if (goesIntoElasticsearch(view.projection())) {
            sinks.add(toElasticsearch(view));
        }
        return sinks;
    }

    /** What the same stores hold, over connections of their own. */
    List<Contents> contents(View view) {
        List<Contents> contents = new ArrayList<>();
        if (goesIntoRedis(view.projection())) {
            contents.add(new RedisContents(view, redis()));
        }
        if (goesIntoElasticsearch(view.projection())) {
            contents.add(new ElasticsearchContents(view, elasticsearch));
        }
        return contents;
    }

    /** Whether readers read this one. */
    boolean isLive(View view) {
        Live live = generations.live(view.projection());
        return live != null && live.generation() == view.generation();
    }

    RedisLink redis() {
        RedisURI uri = RedisURI.create(settings.redis().url());
        uri.setTimeout(settings.redis().timeout());
        return new RedisLink(redis, uri);
    }

    private Sink toRedis(View view) {
        Store store = new RedisStore(
                view, redis(), Projection.REDIS_EPOCH, () -> isLive(view), new TopicId(logEnds, view.topic()));
        return sink(view, store, Duration.ZERO, Duration.ZERO);
    }

    private Sink toElasticsearch(View view) {
        Store store = new ElasticsearchStore(view, elasticsearch, new TopicId(logEnds, view.topic()));
        return sink(view, store, settings.projector().sinks().searchLinger(), REFRESH);
    }

    private Sink sink(View view, Store store, Duration linger, Duration shownAfter) {
        return new Sink(
                view,
                store,
                clients::consumer,
                rejects,
                settings.projector().sinks(),
                linger,
                new Transit(Clock.systemUTC(), shownAfter));
    }
}
