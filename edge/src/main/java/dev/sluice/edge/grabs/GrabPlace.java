package dev.sluice.edge.grabs;

import dev.sluice.edge.acceptance.Intent;
import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.identity.Caller;
import dev.sluice.edge.operations.Destination;
import dev.sluice.edge.operations.Operations;
import dev.sluice.edge.operations.Operations.Wanted;
import dev.sluice.edge.operations.Put;
import dev.sluice.edge.operations.Writable;
import dev.sluice.schemas.promotion.CampaignCommand.Grab;
import dev.sluice.schemas.promotion.GrabId;
import dev.sluice.schemas.topic.Topics;
import java.util.concurrent.CompletableFuture;

/** {@code POST /campaigns/{id}/grabs}: the customer of the token wants a place. */
public final class GrabPlace {
    private final Operations operations;

    public GrabPlace(Operations operations) {
        this.operations = operations;
    }

    public CompletableFuture<Answer> handle(Request request, Caller caller) {
        String campaignId = Writable.CAMPAIGN.id().apply(Put.entityId(request));
        String customerId = caller.customerId();
        if (customerId == null) {
            throw Refusal.forbidden("Only customers grab: this takes a token with the claim customer_id.");
        }
        return operations.accept(request, caller, wanted(new GrabId(campaignId, customerId)));
    }

    private static Wanted wanted(GrabId grab) {
        return new Wanted(
                "grab",
                grab.toString(),
                "",
                true,
                new Destination(Topics.COMMANDS_PROMOTION, grab.campaignId(), null),
                (operationId, _) -> new Grab(operationId, grab.campaignId(), grab.customerId()),
                Intent.Check.NONE);
    }
}
