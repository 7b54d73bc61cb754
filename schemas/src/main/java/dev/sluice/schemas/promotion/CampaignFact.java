package dev.sluice.schemas.promotion;

import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.message.WireName;
import dev.sluice.schemas.rejection.Rejection;
import java.time.Instant;
import java.util.List;

/**
 * What has happened to a campaign. Facts that change its level carry it as it is afterwards: {@code granted}, places that are
 * held by customers or spent.
 */
public sealed interface CampaignFact extends Payload {

    String campaignId();

    /** @param version counts the puts, from 1 */
    @WireName("promotion.CampaignPut.v1")
    record CampaignPut(String campaignId, CampaignTerms terms, long version) implements CampaignFact {}

    /** @param expiresAt when the place is free again unless an order holds or has spent it */
    @WireName("promotion.PlaceGranted.v1")
    record PlaceGranted(String campaignId, String customerId, Instant expiresAt, long granted)
            implements CampaignFact {}

    /** These customers made no order of their places in time. */
    @WireName("promotion.PlacesLapsed.v1")
    record PlacesLapsed(String campaignId, List<String> customerIds, long granted) implements CampaignFact {
        public PlacesLapsed {
            customerIds = List.copyOf(customerIds);
        }
    }

    /** Try: the place is held for an order, whatever its own expiry. */
    @WireName("promotion.PlaceHeld.v1")
    record PlaceHeld(String campaignId, String orderId, String customerId, Instant expiresAt) implements CampaignFact {}

    /** Try: the order has no place. */
    @WireName("promotion.PlaceRefused.v1")
    record PlaceRefused(String campaignId, String orderId, Rejection reason, Instant expiresAt)
            implements CampaignFact {}

    /** Confirm: the place is spent. */
    @WireName("promotion.PlaceSpent.v1")
    record PlaceSpent(String campaignId, String orderId) implements CampaignFact {}

    /** Cancel: the customer has the place again, as long as it lasts. */
    @WireName("promotion.PlaceLeft.v1")
    record PlaceLeft(String campaignId, String orderId) implements CampaignFact {}

    /** Cancel before Try: the mark that refuses the Try. */
    @WireName("promotion.PlaceBarred.v1")
    record PlaceBarred(String campaignId, String orderId, Instant expiresAt) implements CampaignFact {}
}
