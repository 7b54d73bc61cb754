package dev.sluice.schemas.promotion;

import dev.sluice.schemas.money.Money;
import java.time.Instant;

/**
 * What a campaign grants: to so many customers, each once, the right to buy one unit at its price.
 *
 * @param places grants that can be held or spent at once
 * @param opensAt the first instant at which it grants
 * @param closesAt the first instant at which it no longer does
 * @param holdSeconds how long a grant can be made an order of; then its place is free again
 */
public record CampaignTerms(
        String sku, Money price, long places, Instant opensAt, Instant closesAt, long holdSeconds) {}
