package dev.sluice.projector.log;

import dev.sluice.schemas.view.Projection;
import java.util.Comparator;

/** One build of a projection, and the names that follow from it: two generations share nothing. */
public record View(Projection projection, int generation) {
    public static final Comparator<View> ORDER =
            Comparator.comparing(View::projection).thenComparingInt(View::generation);

    public static View first(Projection projection) {
        return new View(projection, Projection.FIRST_GENERATION);
    }

    public String topic() {
        return projection.topic(generation);
    }

    /** What the keys of all its documents in Redis begin with, and no others. */
    public String redisPrefix() {
        return redisKey("");
    }

    public String redisKey(String documentId) {
        return projection.redisKey(generation, documentId);
    }

    public String redisTakers(String offerId) {
        return projection.redisTakers(generation, offerId);
    }

    public String index() {
        return projection.index(generation);
    }

    /** The id of the Kafka Streams application, which is also its consumer group. */
    public String application() {
        return "sluice-" + projection.id() + "-g" + generation;
    }

    /** The consumer group that carries the view into a store. */
    public String sinkGroup(String store) {
        return application() + "-" + store;
    }
}
