package dev.sluice.schemas.promotion;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A row of {@code sluice_promotion.campaigns} as {@code cdc.promotion.campaigns} carries it.
 *
 * @param terms {@link CampaignTerms} as JSON
 * @param version counts the row's changes, from 1
 */
public record CampaignRow(@JsonProperty("campaign_id") String campaignId, String terms, long version) {}
