package dev.sluice.command.promotion;

import dev.sluice.command.message.Decision;
import dev.sluice.command.message.Outgoing;
import dev.sluice.command.message.Remembering;
import dev.sluice.command.participant.Participating;
import dev.sluice.command.tcc.BranchesState;
import dev.sluice.command.tcc.Verdict.Change;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.operation.OperationOutcome;
import dev.sluice.schemas.promotion.CampaignCommand.Grab;
import dev.sluice.schemas.promotion.CampaignCommand.PutCampaign;
import dev.sluice.schemas.promotion.CampaignFact;
import dev.sluice.schemas.promotion.CampaignFact.CampaignPut;
import dev.sluice.schemas.promotion.CampaignFact.PlaceBarred;
import dev.sluice.schemas.promotion.CampaignFact.PlaceGranted;
import dev.sluice.schemas.promotion.CampaignFact.PlaceHeld;
import dev.sluice.schemas.promotion.CampaignFact.PlaceLeft;
import dev.sluice.schemas.promotion.CampaignFact.PlaceRefused;
import dev.sluice.schemas.promotion.CampaignFact.PlaceSpent;
import dev.sluice.schemas.promotion.CampaignFact.PlacesLapsed;
import dev.sluice.schemas.promotion.CampaignTerms;
import dev.sluice.schemas.promotion.GrabId;
import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.tcc.BranchCommand.ReverseBranch;
import dev.sluice.schemas.tcc.BranchCommand.TryBranch;
import dev.sluice.schemas.tcc.Purchase;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * A campaign: so many places, first come, first served, one a customer. A refused grab is no fact: a flood of them would
 * drown the few that matter. A place that no order holds in time is free for others.
 */
final class Campaign extends Participating<CampaignFact> implements Remembering<Campaign.State> {

    private static final String PLACE = "place";

    @AggregateIdentifier
    private final String campaignId;

    private final Places places = new Places();
    private @Nullable CampaignTerms terms;
    private long puts;
    private long version;

    Campaign(String campaignId) {
        this.campaignId = campaignId;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    List<Outgoing> handle(PutCampaign command, Clock clock) {
        return carryOut(decide(command, clock.instant()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    List<Outgoing> handle(Grab command, Clock clock) {
        return carryOut(decide(command, clock.instant()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    List<Outgoing> handle(CampaignBranch command, Clock clock) {
        return carryOut(decide(command.verb(), clock.instant()));
    }

    Decision<CampaignFact> decide(PutCampaign command, Instant now) {
        return Decision.of(
                new CampaignPut(campaignId, command.terms(), puts + 1),
                List.of(succeeded(command.operationId(), "campaign", campaignId, 1, now)));
    }

    Decision<CampaignFact> decide(Grab command, Instant now) {
        CampaignTerms known = terms;
        if (known == null) {
            return refused(command, new Rejection.UnknownCampaign(campaignId), now);
        }
        if (now.isBefore(known.opensAt()) || !now.isBefore(known.closesAt())) {
            return refused(command, new Rejection.CampaignClosed(campaignId, known.opensAt(), known.closesAt()), now);
        }
        List<String> lapsed = places.lapsed(now);
        if (places.has(command.customerId()) && !lapsed.contains(command.customerId())) {
            return refused(command, new Rejection.AlreadyGrabbed(grabId(command)), now);
        }
        long left = (long) places.size() - lapsed.size();
        return left < known.places()
                ? grant(command, lapsed, left, now.plusSeconds(known.holdSeconds()), now)
                : refused(command, new Rejection.SoldOut(campaignId, known.places()), now);
    }

    private Decision<CampaignFact> grant(Grab command, List<String> lapsed, long left, Instant expiresAt, Instant now) {
        List<CampaignFact> facts = new ArrayList<>(2);
        if (!lapsed.isEmpty()) {
            facts.add(new PlacesLapsed(campaignId, lapsed, left));
        }
        facts.add(new PlaceGranted(campaignId, command.customerId(), expiresAt, left + 1));
        return new Decision<>(
                facts, List.of(succeeded(command.operationId(), "grab", grabId(command), facts.size(), now)));
    }

    private static String grabId(Grab command) {
        return new GrabId(command.campaignId(), command.customerId()).toString();
    }

    private Outgoing succeeded(String operationId, String entity, String entityId, int facts, Instant now) {
        return Outgoing.of(new OperationOutcome.Succeeded(operationId, entity, entityId, version + facts, now));
    }

    private static Decision<CampaignFact> refused(Grab command, Rejection reason, Instant now) {
        return new Decision<>(
                List.of(),
                List.of(Outgoing.of(
                        new OperationOutcome.Refused(command.operationId(), "grab", grabId(command), reason, now))));
    }

    @Override
    public @Nullable Rejection refuse(TryBranch attempt, Instant now) {
        Purchase purchase = purchase(attempt);
        CampaignTerms known = terms;
        if (known == null || !places.isFree(purchase.customerId(), now)) {
            return new Rejection.NoSuchGrab(new GrabId(campaignId, purchase.customerId()).toString());
        }
        Money asked = purchase.subtotal();
        return asked.equals(known.price()) ? null : new Rejection.TotalChanged(asked, known.price());
    }

    @Override
    public @Nullable String obstacle(ReverseBranch reversal) {
        return "a place in a campaign is spent for good";
    }

    @Override
    protected @Nullable CampaignFact factOf(Change change, String orderId) {
        return switch (change) {
            case Change.None() -> null;
            case Change.Reserve(TryBranch t) ->
                new PlaceHeld(campaignId, orderId, purchase(t).customerId(), t.expiresAt());
            case Change.Refuse(TryBranch t, Rejection reason) ->
                new PlaceRefused(campaignId, orderId, reason, t.expiresAt());
            case Change.Take(long _) -> new PlaceSpent(campaignId, orderId);
            case Change.Release(long _) -> new PlaceLeft(campaignId, orderId);
            case Change.Bar(Instant expiresAt) -> new PlaceBarred(campaignId, orderId, expiresAt);
            case Change.GiveBack(ReverseBranch r) -> throw new IllegalStateException("gave back " + r);
        };
    }

    private static Purchase purchase(TryBranch attempt) {
        Purchase purchase = attempt.purchase();
        if (purchase == null) {
            throw new IllegalArgumentException("a place is spent on a purchase, and none is named");
        }
        return purchase;
    }

    @EventSourcingHandler
    void evolve(CampaignFact fact) {
        version++;
        switch (fact) {
            case CampaignPut f -> {
                terms = f.terms();
                puts = f.version();
            }
            case PlaceGranted f -> places.granted(f.customerId(), f.expiresAt());
            case PlacesLapsed f -> places.lapsed(f.customerIds());
            case PlaceHeld f -> {
                places.held(f.orderId(), f.customerId());
                branches.tried(f.orderId(), 1, PLACE, f.expiresAt());
            }
            case PlaceRefused f -> branches.refused(f.orderId(), 1, PLACE, f.expiresAt(), f.reason());
            case PlaceSpent f -> {
                places.spent(f.orderId());
                branches.confirmed(f.orderId());
            }
            case PlaceLeft f -> {
                places.left(f.orderId());
                branches.cancelled(f.orderId());
            }
            case PlaceBarred f -> branches.barred(f.orderId(), f.expiresAt());
        }
    }

    record State(@Nullable CampaignTerms terms, long puts, long version, Places.State places, BranchesState branches) {}

    @Override
    public State remember(Instant now) {
        return new State(terms, puts, version, places.remember(), branches.remember(now));
    }

    @EventSourcingHandler
    void recall(State state) {
        terms = state.terms;
        puts = state.puts;
        version = state.version;
        places.recall(state.places);
        branches.recall(state.branches);
    }

    @Override
    public int weight() {
        return super.weight() + places.size();
    }
}
