package dev.sluice.edge.operations;

import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.promotion.CampaignTerms;

/** The body of {@code PUT /admin/campaigns/{id}}, as {@code put-campaign.schema.json} describes it. */
public record CampaignBody(String sku, Money price, long places, String opensAt, String closesAt, long holdSeconds) {

    /** Throws a {@link dev.sluice.edge.http.Refusal} for what no schema can say. */
    CampaignTerms terms() {
        Period period = Period.of("/opensAt", opensAt, "/closesAt", closesAt);
        return new CampaignTerms(sku, price, places, period.from(), period.until(), holdSeconds);
    }
}
