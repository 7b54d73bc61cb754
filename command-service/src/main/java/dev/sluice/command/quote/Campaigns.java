package dev.sluice.command.quote;

import dev.sluice.schemas.promotion.CampaignTerms;
import org.jspecify.annotations.Nullable;

/** Ordering's own list of campaigns, by which it prices; whether a customer has a place is the campaign's to say. */
@FunctionalInterface
public interface Campaigns {

    Campaigns NONE = _ -> null;

    /** The terms of a campaign, or null for an id that is none. */
    @Nullable
    CampaignTerms find(String campaignId);
}
