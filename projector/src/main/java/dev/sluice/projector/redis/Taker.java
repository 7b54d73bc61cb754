package dev.sluice.projector.redis;

import dev.sluice.projector.log.View;
import dev.sluice.projector.sink.Document;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.promotion.GrabId;
import dev.sluice.schemas.view.GrabView;
import dev.sluice.schemas.view.Projection;
import org.jspecify.annotations.Nullable;

/**
 * A customer in the set of those who have a place of an offer. The edge counts them, and adds those that it has just let pass.
 *
 * @param score milliseconds since 1970, until when the place is taken
 */
record Taker(String set, String customerId, String score) {
    private static final String FOR_GOOD = "+inf";

    /** Null where the document is no place. */
    static @Nullable Taker of(View view, Document document) {
        GrabId grab = view.projection() == Projection.GRABS ? GrabId.parse(document.id()) : null;
        return grab == null ? null : new Taker(view.redisTakers(grab.of()), grab.customerId(), score(document.json()));
    }

    private static String score(byte @Nullable [] json) {
        return json != null
                        && Json.MAPPER.readValue(json, GrabView.class) instanceof GrabView.Place place
                        && place.until() != null
                ? Long.toString(place.until().toEpochMilli())
                : FOR_GOOD;
    }
}
