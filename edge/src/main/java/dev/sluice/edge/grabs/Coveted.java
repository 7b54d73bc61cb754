package dev.sluice.edge.grabs;

import dev.sluice.edge.operations.Writable;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.promotion.CampaignCommand.Grab;
import dev.sluice.schemas.promotion.EnvelopeCommand.OpenEnvelope;
import dev.sluice.schemas.promotion.GrabId;
import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.view.GrabView.Offer;

/** The kinds of things that many want at once, and how each says no: as the context of promotions would. */
enum Coveted {
    PLACE("grab") {
        @Override
        String id(String given) {
            return Writable.CAMPAIGN.id().apply(given);
        }

        @Override
        Payload command(String operationId, GrabId grab) {
            return new Grab(operationId, grab.of(), grab.customerId());
        }

        @Override
        Rejection unknown(String id) {
            return new Rejection.UnknownCampaign(id);
        }

        @Override
        Rejection closed(Offer offer) {
            return new Rejection.CampaignClosed(offer.id(), offer.opensAt(), offer.closesAt());
        }

        @Override
        Rejection full(Offer offer) {
            return new Rejection.SoldOut(offer.id(), offer.places());
        }

        @Override
        Rejection held(GrabId grab) {
            return new Rejection.AlreadyGrabbed(grab.toString());
        }
    },
    PART("part") {
        @Override
        String id(String given) {
            return Writable.ENVELOPE.id().apply(given);
        }

        @Override
        Payload command(String operationId, GrabId grab) {
            return new OpenEnvelope(operationId, grab.of(), grab.customerId());
        }

        @Override
        Rejection unknown(String id) {
            return new Rejection.UnknownEnvelope(id);
        }

        @Override
        Rejection closed(Offer offer) {
            return new Rejection.EnvelopeClosed(offer.id(), offer.opensAt(), offer.closesAt());
        }

        @Override
        Rejection full(Offer offer) {
            return new Rejection.EnvelopeEmpty(offer.id(), offer.places());
        }

        @Override
        Rejection held(GrabId grab) {
            return new Rejection.AlreadyOpened(grab.of(), grab.customerId());
        }
    };

    private final String entity;

    Coveted(String entity) {
        this.entity = entity;
    }

    /** What operations call it. */
    String entity() {
        return entity;
    }

    /** What is meant by what stands in the path. */
    abstract String id(String given);

    abstract Payload command(String operationId, GrabId grab);

    abstract Rejection unknown(String id);

    abstract Rejection closed(Offer offer);

    abstract Rejection full(Offer offer);

    abstract Rejection held(GrabId grab);
}
