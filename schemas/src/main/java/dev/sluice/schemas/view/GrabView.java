package dev.sluice.schemas.view;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.sluice.schemas.promotion.GrabId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What many want at once and who has got it, so that most of a crowd can be refused before anything is written. The context of
 * promotions decides; this only tells what it has decided.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
public sealed interface GrabView {

    String id();

    /**
     * What there is to grab: a campaign or a red envelope, whose ids are never the same.
     *
     * @param places how many customers can have one at once
     * @param opensAt the first instant at which one can be had
     * @param closesAt the first instant at which none can be had any more
     */
    @JsonTypeName("OFFER")
    record Offer(String id, long places, Instant opensAt, Instant closesAt) implements GrabView {}

    /**
     * That a customer has a place.
     *
     * @param id as in {@link GrabId}, of the offer's id and the customer's
     * @param until when it is free again; null where it is for good, or for as long as an order holds it
     */
    @JsonTypeName("PLACE")
    record Place(String id, @Nullable Instant until) implements GrabView {}
}
