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
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.promotion.CampaignCommand.Grab;
import dev.sluice.schemas.promotion.EnvelopeCommand.OpenEnvelope;
import dev.sluice.schemas.promotion.GrabId;
import dev.sluice.schemas.topic.Topics;
import java.util.concurrent.CompletableFuture;

/** What the customer of the token takes of what many want: one each. */
public final class Grabs {
    private final Operations operations;

    public Grabs(Operations operations) {
        this.operations = operations;
    }

    /** {@code POST /campaigns/{id}/grabs}: a place in a campaign. */
    public CompletableFuture<Answer> place(Request request, Caller caller) {
        GrabId grab = grab(Writable.CAMPAIGN, request, caller);
        return accept(request, caller, "grab", grab, id -> new Grab(id, grab.of(), grab.customerId()));
    }

    /** {@code POST /envelopes/{id}/parts}: a part of what is in a red envelope. */
    public CompletableFuture<Answer> part(Request request, Caller caller) {
        GrabId grab = grab(Writable.ENVELOPE, request, caller);
        return accept(request, caller, "part", grab, id -> new OpenEnvelope(id, grab.of(), grab.customerId()));
    }

    private static GrabId grab(Writable<?> what, Request request, Caller caller) {
        String id = what.id().apply(Put.entityId(request));
        String customerId = caller.customerId();
        if (customerId == null) {
            throw Refusal.forbidden("Only customers grab: this takes a token with the claim customer_id.");
        }
        return new GrabId(id, customerId);
    }

    private CompletableFuture<Answer> accept(
            Request request, Caller caller, String entity, GrabId grab, Command command) {
        Wanted wanted = new Wanted(
                entity,
                grab.toString(),
                "",
                true,
                new Destination(Topics.COMMANDS_PROMOTION, grab.of(), null),
                (operationId, _) -> command.of(operationId),
                Intent.Check.NONE);
        return operations.accept(request, caller, wanted);
    }

    @FunctionalInterface
    private interface Command {
        Payload of(String operationId);
    }
}
