package dev.sluice.command.price;

import dev.sluice.command.quote.Campaigns;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.promotion.CampaignRow;
import dev.sluice.schemas.promotion.CampaignTerms;
import org.jspecify.annotations.Nullable;

/** The terms of all campaigns, in memory. */
final class CampaignList implements Campaigns, Rows {

    private final Latest<CampaignTerms> terms = new Latest<>();

    @Override
    public void put(byte[] json) {
        CampaignRow row = Json.MAPPER.readValue(json, CampaignRow.class);
        terms.put(row.campaignId(), row.version(), Json.MAPPER.readValue(row.terms(), CampaignTerms.class));
    }

    @Override
    public void remove(String key) {
        terms.remove(key);
    }

    @Override
    public @Nullable CampaignTerms find(String campaignId) {
        return terms.find(campaignId);
    }
}
