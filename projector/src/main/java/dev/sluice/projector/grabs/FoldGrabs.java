package dev.sluice.projector.grabs;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.sluice.projector.log.Fact;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.promotion.CampaignFact;
import dev.sluice.schemas.promotion.CampaignFact.CampaignPut;
import dev.sluice.schemas.promotion.CampaignFact.PlaceBarred;
import dev.sluice.schemas.promotion.CampaignFact.PlaceGranted;
import dev.sluice.schemas.promotion.CampaignFact.PlaceHeld;
import dev.sluice.schemas.promotion.CampaignFact.PlaceLeft;
import dev.sluice.schemas.promotion.CampaignFact.PlaceRefused;
import dev.sluice.schemas.promotion.CampaignFact.PlaceSpent;
import dev.sluice.schemas.promotion.CampaignFact.PlacesLapsed;
import dev.sluice.schemas.promotion.EnvelopeFact;
import dev.sluice.schemas.promotion.EnvelopeFact.EnvelopeClosed;
import dev.sluice.schemas.promotion.EnvelopeFact.EnvelopePut;
import dev.sluice.schemas.promotion.EnvelopeFact.PartDrawn;
import dev.sluice.schemas.promotion.EnvelopeFact.PartReturned;
import dev.sluice.schemas.promotion.GrabId;
import dev.sluice.schemas.view.GrabView;
import dev.sluice.schemas.view.GrabView.Offer;
import dev.sluice.schemas.view.GrabView.Place;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Keeps what is known of each offer, and passes on what a fact changes. */
final class FoldGrabs implements Processor<String, Fact<Payload>, String, GrabView> {
    private @Nullable ProcessorContext<String, GrabView> context;
    private @Nullable KeyValueStore<String, KnownOffer> offers;
    /** When the place of a customer is free again, by the grab's id. */
    private @Nullable KeyValueStore<String, Instant> places;
    /** The grab's id, by offer and order: most facts of an order do not name the customer. */
    private @Nullable KeyValueStore<String, String> holders;

    @Override
    public void init(ProcessorContext<String, GrabView> context) {
        this.context = context;
        this.offers = context.getStateStore(GrabsTopology.OFFERS);
        this.places = context.getStateStore(GrabsTopology.PLACES);
        this.holders = context.getStateStore(GrabsTopology.HOLDERS);
    }

    @Override
    public void process(Record<String, Fact<Payload>> record) {
        Payload fact = record.value().data();
        String id = offerOf(fact);
        if (id == null) {
            return;
        }
        KnownOffer known = requireNonNullElse(requireNonNull(offers).get(id), KnownOffer.NONE);
        if (record.value().sequence() < known.facts()) {
            return;
        }
        Step step = new Step(id, known.offer(), record);
        step.keep(known.offer());
        if (fact instanceof CampaignFact ofCampaign) {
            step.happened(ofCampaign);
        } else if (fact instanceof EnvelopeFact ofEnvelope) {
            step.happened(ofEnvelope);
        }
    }

    /** Null for a coupon's: it is on the same topic, and nobody grabs it. */
    private static @Nullable String offerOf(Payload fact) {
        return switch (fact) {
            case CampaignFact campaign -> campaign.campaignId();
            case EnvelopeFact envelope -> envelope.envelopeId();
            default -> null;
        };
    }

    /** What one fact about one offer does. */
    private final class Step {
        private final String id;
        private final @Nullable Offer offer;
        private final Record<String, Fact<Payload>> record;

        Step(String id, @Nullable Offer offer, Record<String, Fact<Payload>> record) {
            this.id = id;
            this.offer = offer;
            this.record = record;
        }

        void happened(CampaignFact fact) {
            switch (fact) {
                case CampaignPut f ->
                    offer(f.terms().places(), f.terms().opensAt(), f.terms().closesAt());
                case PlaceGranted f -> {
                    requireNonNull(places).put(grab(f.customerId()), f.expiresAt());
                    taken(grab(f.customerId()), f.expiresAt());
                }
                case PlacesLapsed f ->
                    f.customerIds().forEach(customerId -> {
                        requireNonNull(places).delete(grab(customerId));
                        forward(grab(customerId), null);
                    });
                case PlaceHeld f -> {
                    requireNonNull(holders).put(order(f.orderId()), grab(f.customerId()));
                    taken(grab(f.customerId()), null);
                }
                case PlaceSpent f -> {
                    String grab = requireNonNull(holders).delete(order(f.orderId()));
                    if (grab != null) {
                        requireNonNull(places).delete(grab);
                    }
                }
                case PlaceLeft f -> {
                    String grab = requireNonNull(holders).delete(order(f.orderId()));
                    if (grab != null) {
                        taken(grab, requireNonNull(places).get(grab));
                    }
                }
                case PlaceRefused _, PlaceBarred _ -> {}
            }
        }

        void happened(EnvelopeFact fact) {
            switch (fact) {
                case EnvelopePut f ->
                    offer(f.terms().parts(), f.terms().opensAt(), f.terms().closesAt());
                case PartDrawn f -> taken(grab(f.customerId()), null);
                // Who had drawn it cannot draw again, and the part is there for others.
                case PartReturned _ -> {
                    Offer before = requireNonNull(offer);
                    offer(before.places() + 1, before.opensAt(), before.closesAt());
                }
                case EnvelopeClosed _ -> {}
            }
        }

        private String grab(String customerId) {
            return new GrabId(id, customerId).toString();
        }

        private String order(String orderId) {
            return id + ' ' + orderId;
        }

        private void offer(long places, Instant opensAt, Instant closesAt) {
            Offer now = new Offer(id, places, opensAt, closesAt);
            keep(now);
            forward(id, now);
        }

        void keep(@Nullable Offer offer) {
            requireNonNull(offers).put(id, new KnownOffer(offer, record.value().version()));
        }

        private void taken(String grab, @Nullable Instant until) {
            forward(grab, new Place(grab, until));
        }

        private void forward(String documentId, @Nullable GrabView document) {
            requireNonNull(context).forward(new Record<>(documentId, document, record.timestamp(), record.headers()));
        }
    }
}
