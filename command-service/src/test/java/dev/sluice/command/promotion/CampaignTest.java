package dev.sluice.command.promotion;

import static dev.sluice.schemas.tcc.Participant.CAMPAIGN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.command.message.Decision;
import dev.sluice.command.message.Outgoing;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.operation.OperationOutcome;
import dev.sluice.schemas.order.OrderCommand.BranchAnswered;
import dev.sluice.schemas.promotion.CampaignCommand.Grab;
import dev.sluice.schemas.promotion.CampaignCommand.PutCampaign;
import dev.sluice.schemas.promotion.CampaignFact;
import dev.sluice.schemas.promotion.CampaignFact.PlaceGranted;
import dev.sluice.schemas.promotion.CampaignFact.PlaceHeld;
import dev.sluice.schemas.promotion.CampaignFact.PlaceLeft;
import dev.sluice.schemas.promotion.CampaignFact.PlaceSpent;
import dev.sluice.schemas.promotion.CampaignFact.PlacesLapsed;
import dev.sluice.schemas.promotion.CampaignTerms;
import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.tcc.BranchCommand;
import dev.sluice.schemas.tcc.BranchCommand.CancelBranch;
import dev.sluice.schemas.tcc.BranchCommand.ConfirmBranch;
import dev.sluice.schemas.tcc.BranchCommand.ReverseBranch;
import dev.sluice.schemas.tcc.BranchCommand.TryBranch;
import dev.sluice.schemas.tcc.BranchOutcome;
import dev.sluice.schemas.tcc.Purchase;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CampaignTest {

    private static final Instant OPENS = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant CLOSES = OPENS.plusSeconds(3_600);
    private static final Instant NOW = OPENS.plusSeconds(1);
    private static final Instant EXPIRY = NOW.plusSeconds(30);
    private static final Instant LAPSE = NOW.plusSeconds(60);
    private static final Money PRICE = new Money(100, "GBP");

    private final Campaign campaign = new Campaign("flash");

    private void put(long places) {
        CampaignTerms terms = new CampaignTerms("tea", PRICE, places, OPENS, CLOSES, 60);
        happened(campaign.decide(new PutCampaign("op", "flash", terms), OPENS));
    }

    private Decision<CampaignFact> grab(String customer, Instant now) {
        return happened(campaign.decide(new Grab("op-" + customer, "flash", customer), now));
    }

    private Decision<CampaignFact> attempt(String orderId, String customer, Instant now) {
        return branch(
                new TryBranch(orderId, CAMPAIGN, "flash", 1, "place", new Purchase(customer, PRICE), EXPIRY), now);
    }

    private Decision<CampaignFact> confirm(String orderId) {
        return branch(new ConfirmBranch(orderId, CAMPAIGN, "flash"), NOW);
    }

    private Decision<CampaignFact> cancel(String orderId) {
        return branch(new CancelBranch(orderId, CAMPAIGN, "flash", EXPIRY), NOW);
    }

    private Decision<CampaignFact> branch(BranchCommand command, Instant now) {
        return happened(campaign.decide(command, now));
    }

    private Decision<CampaignFact> happened(Decision<CampaignFact> decision) {
        decision.facts().forEach(campaign::evolve);
        return decision;
    }

    private static BranchAnswered answerOf(Decision<CampaignFact> decision) {
        return (BranchAnswered) decision.messages().getFirst().payload();
    }

    private static Decision<CampaignFact> refused(String customer, Rejection reason, Instant now) {
        return new Decision<>(
                List.of(),
                List.of(Outgoing.of(
                        new OperationOutcome.Refused("op-" + customer, "grab", "flash:" + customer, reason, now))));
    }

    @Test
    void aPlaceIsGrantedAndNamed() {
        put(2);
        assertThat(grab("ann", NOW))
                .isEqualTo(Decision.of(
                        new PlaceGranted("flash", "ann", LAPSE, 1),
                        List.of(Outgoing.of(new OperationOutcome.Succeeded("op-ann", "grab", "flash:ann", 2, NOW)))));
    }

    @Test
    void eachCustomerHasOneAndThereAreNoMoreThanPlaces() {
        put(1);
        grab("ann", NOW);
        assertThat(grab("ann", NOW)).isEqualTo(refused("ann", new Rejection.AlreadyGrabbed("flash:ann"), NOW));
        assertThat(grab("bob", NOW)).isEqualTo(refused("bob", new Rejection.SoldOut("flash", 1), NOW));
    }

    @Test
    void itGrantsOnlyWhileOpenAndOnlyIfThereIsSuchACampaign() {
        assertThat(grab("ann", NOW)).isEqualTo(refused("ann", new Rejection.UnknownCampaign("flash"), NOW));
        put(1);
        Rejection closed = new Rejection.CampaignClosed("flash", OPENS, CLOSES);
        assertThat(grab("ann", OPENS.minusMillis(1))).isEqualTo(refused("ann", closed, OPENS.minusMillis(1)));
        assertThat(grab("ann", CLOSES)).isEqualTo(refused("ann", closed, CLOSES));
        assertThat(grab("ann", OPENS).facts()).hasSize(1);
    }

    @Test
    void aPlaceThatNobodyOrdersByInTimeIsFreeForOthers() {
        put(1);
        grab("ann", NOW);
        assertThat(grab("bob", LAPSE)).isEqualTo(refused("bob", new Rejection.SoldOut("flash", 1), LAPSE));
        Instant after = LAPSE.plusMillis(1);
        assertThat(answerOf(attempt("a", "ann", after)).rejection()).isEqualTo(new Rejection.DeadlinePassed(EXPIRY));
        assertThat(grab("bob", after).facts())
                .containsExactly(
                        new PlacesLapsed("flash", List.of("ann"), 0),
                        new PlaceGranted("flash", "bob", after.plusSeconds(60), 1));
    }

    @Test
    void aPlaceIsHeldThenSpentForGood() {
        put(1);
        grab("ann", NOW);
        assertThat(attempt("a", "ann", NOW).facts()).containsExactly(new PlaceHeld("flash", "a", "ann", EXPIRY));
        assertThat(answerOf(attempt("b", "ann", NOW)).outcome()).isEqualTo(BranchOutcome.REFUSED);
        assertThat(confirm("a").facts()).containsExactly(new PlaceSpent("flash", "a"));
        Instant later = CLOSES.minusSeconds(1);
        assertThat(grab("bob", later)).isEqualTo(refused("bob", new Rejection.SoldOut("flash", 1), later));
        assertThat(grab("ann", later)).isEqualTo(refused("ann", new Rejection.AlreadyGrabbed("flash:ann"), later));
        ReverseBranch reversal = new ReverseBranch("a", CAMPAIGN, "flash", "r", 1, "place", EXPIRY);
        assertThat(answerOf(branch(reversal, NOW)).outcome()).isEqualTo(BranchOutcome.IN_DOUBT);
    }

    @Test
    void aRejectedOrderLeavesThePlaceToItsCustomer() {
        put(1);
        grab("ann", NOW);
        attempt("a", "ann", NOW);
        assertThat(cancel("a").facts()).containsExactly(new PlaceLeft("flash", "a"));
        assertThat(answerOf(attempt("b", "ann", NOW)).outcome()).isEqualTo(BranchOutcome.TRIED);
    }

    @Test
    void noOrderWithoutAPlaceOrAtAnotherPrice() {
        put(1);
        grab("ann", NOW);
        assertThat(answerOf(attempt("b", "bob", NOW)).rejection()).isEqualTo(new Rejection.NoSuchGrab("flash:bob"));
        Money other = new Money(99, "GBP");
        TryBranch cheaper = new TryBranch("a", CAMPAIGN, "flash", 1, "place", new Purchase("ann", other), EXPIRY);
        assertThat(answerOf(branch(cheaper, NOW)).rejection()).isEqualTo(new Rejection.TotalChanged(other, PRICE));
    }

    @Test
    void whateverHappensNoMoreArePromisedThanThereAre() {
        for (long seed = 0; seed < 300; seed++) {
            assertNeverTooMany(seed);
        }
    }

    private static void assertNeverTooMany(long seed) {
        CampaignTest test = new CampaignTest();
        SplittableRandom random = new SplittableRandom(seed);
        test.put(3);
        Set<String> spent = new HashSet<>();
        Instant now = NOW;
        for (int step = 0; step < 120; step++) {
            String customer = "c" + random.nextInt(8);
            String order = "o" + random.nextInt(12);
            now = now.plusSeconds(random.nextInt(6));
            Decision<CampaignFact> decision = switch (random.nextInt(4)) {
                case 0 -> test.grab(customer, now);
                case 1 -> test.attempt(order, customer, now);
                case 2 -> test.confirm(order);
                default -> test.cancel(order);
            };
            for (CampaignFact fact : decision.facts()) {
                if (fact instanceof PlaceGranted granted) {
                    assertThat(granted.granted()).as("seed %s", seed).isLessThanOrEqualTo(3);
                } else if (fact instanceof PlaceSpent place) {
                    assertThat(spent.add(place.orderId())).as("seed %s", seed).isTrue();
                }
            }
        }
        assertThat(spent).as("seed %s", seed).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void whatASnapshotRecallsGoesOnAsBefore() {
        put(4);
        List.of("ann", "bob", "cat").forEach(customer -> grab(customer, NOW));
        attempt("held", "ann", NOW);
        attempt("spent", "bob", NOW);
        confirm("spent");
        Campaign again = new Campaign("flash");
        String json = Json.MAPPER.writeValueAsString(campaign.remember(NOW));
        again.recall(Json.MAPPER.readValue(json, Campaign.State.class));
        assertThat(again.weight()).isEqualTo(campaign.weight());
        for (BranchCommand command : List.of(
                new ConfirmBranch("held", CAMPAIGN, "flash"),
                new CancelBranch("held", CAMPAIGN, "flash", EXPIRY),
                new ConfirmBranch("spent", CAMPAIGN, "flash"),
                new TryBranch("next", CAMPAIGN, "flash", 1, "place", new Purchase("cat", PRICE), EXPIRY),
                new TryBranch("more", CAMPAIGN, "flash", 1, "place", new Purchase("bob", PRICE), EXPIRY))) {
            assertThat(again.decide(command, NOW)).as("%s", command).isEqualTo(campaign.decide(command, NOW));
        }
        Instant late = LAPSE.plusSeconds(1);
        for (String customer : List.of("ann", "bob", "cat", "dan")) {
            Grab command = new Grab("again", "flash", customer);
            assertThat(again.decide(command, late)).as("%s", command).isEqualTo(campaign.decide(command, late));
        }
    }
}
