package dev.sluice.schemas.promotion;

import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.message.WireName;

/** What is asked of a campaign, besides the verbs of {@link dev.sluice.schemas.tcc.BranchCommand}. */
public sealed interface CampaignCommand extends Payload {

    String campaignId();

    String operationId();

    /** Announce the campaign, or replace its terms; what was granted stays granted. */
    @WireName("promotion.PutCampaign.v1")
    record PutCampaign(String operationId, String campaignId, CampaignTerms terms) implements CampaignCommand {}

    /** A customer wants a place. */
    @WireName("promotion.Grab.v1")
    record Grab(String operationId, String campaignId, String customerId) implements CampaignCommand {}
}
