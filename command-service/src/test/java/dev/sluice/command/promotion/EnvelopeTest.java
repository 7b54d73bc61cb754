package dev.sluice.command.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.command.message.Decision;
import dev.sluice.command.message.Outgoing;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.operation.OperationOutcome;
import dev.sluice.schemas.payment.WalletCommand.CreditPart;
import dev.sluice.schemas.promotion.EnvelopeCommand.CloseEnvelope;
import dev.sluice.schemas.promotion.EnvelopeCommand.OpenEnvelope;
import dev.sluice.schemas.promotion.EnvelopeCommand.PutEnvelope;
import dev.sluice.schemas.promotion.EnvelopeCommand.ReturnPart;
import dev.sluice.schemas.promotion.EnvelopeFact;
import dev.sluice.schemas.promotion.EnvelopeFact.EnvelopeClosed;
import dev.sluice.schemas.promotion.EnvelopeFact.EnvelopePut;
import dev.sluice.schemas.promotion.EnvelopeFact.PartDrawn;
import dev.sluice.schemas.promotion.EnvelopeFact.PartReturned;
import dev.sluice.schemas.promotion.EnvelopeTerms;
import dev.sluice.schemas.rejection.Rejection;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

    private static final Instant OPENS = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant CLOSES = OPENS.plusSeconds(3_600);
    private static final Instant NOW = OPENS.plusSeconds(1);

    private final SplittableRandom random = new SplittableRandom(11);
    private final Envelope envelope = new Envelope("New-year");

    private static Money pence(long amount) {
        return new Money(amount, "GBP");
    }

    private static EnvelopeTerms terms(long total, long parts) {
        return new EnvelopeTerms(pence(total), parts, OPENS, CLOSES);
    }

    private Decision<EnvelopeFact> put(long total, long parts) {
        return happened(envelope.decide(new PutEnvelope("op", "New-year", terms(total, parts)), OPENS));
    }

    private Decision<EnvelopeFact> open(String customer, Instant now) {
        return happened(envelope.decide(new OpenEnvelope("op-" + customer, "New-year", customer), now, random));
    }

    private PartDrawn draws(String customer) {
        return (PartDrawn) open(customer, NOW).facts().getFirst();
    }

    private Decision<EnvelopeFact> giveBack(String customer, Money amount) {
        return happened(envelope.decide(new ReturnPart("New-year", customer, amount)));
    }

    private Decision<EnvelopeFact> close(Instant now) {
        return happened(envelope.decide(new CloseEnvelope("New-year"), now));
    }

    private Decision<EnvelopeFact> happened(Decision<EnvelopeFact> decision) {
        decision.facts().forEach(envelope::evolve);
        return decision;
    }

    private static Decision<EnvelopeFact> refused(String customer, Rejection reason, Instant now) {
        return new Decision<>(
                List.of(),
                List.of(Outgoing.of(
                        new OperationOutcome.Refused("op-" + customer, "part", "New-year:" + customer, reason, now))));
    }

    @Test
    void itIsFilledOnceAndStaysAsItIs() {
        var done = Outgoing.of(new OperationOutcome.Succeeded("op", "envelope", "New-year", 1, OPENS));
        assertThat(put(100, 3)).isEqualTo(Decision.of(new EnvelopePut("New-year", terms(100, 3)), List.of(done)));
        assertThat(put(100, 3)).isEqualTo(new Decision<>(List.of(), List.of(done)));
        assertThat(put(101, 3))
                .isEqualTo(new Decision<>(
                        List.of(),
                        List.of(Outgoing.of(new OperationOutcome.Refused(
                                "op", "envelope", "New-year", new Rejection.EnvelopeSealed("New-year"), OPENS)))));
    }

    @Test
    void aPartIsDrawnToldAndSentToTheWallet() {
        put(100, 1);
        assertThat(open("ann", NOW))
                .isEqualTo(Decision.of(
                        new PartDrawn("New-year", "ann", pence(100), pence(0), 0),
                        List.of(
                                Outgoing.of(new OperationOutcome.Succeeded(
                                        "op-ann", "part", "New-year:ann", 2, NOW, pence(100))),
                                Outgoing.of(new CreditPart("ann", "New-year", pence(100))))));
    }

    @Test
    void eachCustomerDrawsOnceAndThereAreNoMoreThanParts() {
        put(100, 2);
        draws("ann");
        assertThat(open("ann", NOW)).isEqualTo(refused("ann", new Rejection.AlreadyOpened("New-year", "ann"), NOW));
        draws("bob");
        assertThat(open("cid", NOW)).isEqualTo(refused("cid", new Rejection.EnvelopeEmpty("New-year", 2), NOW));
    }

    @Test
    void itIsOpenInItsTimeAndOnlyIfThereIsSuchAnEnvelope() {
        assertThat(open("ann", NOW)).isEqualTo(refused("ann", new Rejection.UnknownEnvelope("New-year"), NOW));
        put(100, 2);
        Rejection closed = new Rejection.EnvelopeClosed("New-year", OPENS, CLOSES);
        assertThat(open("ann", OPENS.minusMillis(1))).isEqualTo(refused("ann", closed, OPENS.minusMillis(1)));
        assertThat(open("ann", CLOSES)).isEqualTo(refused("ann", closed, CLOSES));
        assertThat(open("ann", OPENS).facts()).hasSize(1);
    }

    @Test
    void whatIsLeftGoesBackWhenItCloses() {
        put(100, 3);
        Money drawn = draws("ann").amount();
        assertThat(close(CLOSES.minusMillis(1)).facts()).isEmpty();
        assertThat(close(CLOSES).facts()).containsExactly(new EnvelopeClosed("New-year", pence(100 - drawn.amount())));
        assertThat(close(CLOSES).facts()).isEmpty();
        assertThat(open("bob", NOW).facts()).as("by a clock that is behind").isEmpty();
    }

    @Test
    void aPartThatNoWalletTookIsThereForOthers() {
        put(100, 1);
        draws("ann");
        assertThat(giveBack("ann", pence(100)).facts())
                .containsExactly(new PartReturned("New-year", "ann", pence(100), pence(100), 1));
        assertThat(open("ann", NOW).facts()).as("nobody draws twice").isEmpty();
        assertThat(draws("bob").amount()).isEqualTo(pence(100));
    }

    @Test
    void aPartThatComesBackAfterTheCloseGoesBackToTheShop() {
        put(100, 1);
        draws("ann");
        close(CLOSES);
        assertThat(giveBack("ann", pence(100)).facts())
                .containsExactly(
                        new PartReturned("New-year", "ann", pence(100), pence(100), 1),
                        new EnvelopeClosed("New-year", pence(100)));
        assertThat(close(CLOSES).facts()).isEmpty();
    }

    @Test
    void whatWasNeverDrawnCannotComeBack() {
        put(100, 1);
        assertThatIllegalArgumentException().isThrownBy(() -> giveBack("ann", pence(100)));
    }

    /** Every penny is with somebody, in the envelope, or back at the shop. */
    @Test
    void noPennyIsLostWhateverComesInWhichOrder() {
        put(10_000, 40);
        Map<String, Long> held = new HashMap<>();
        long returned = 0;
        for (int step = 0; step < 500; step++) {
            String customer = "c" + random.nextInt(60);
            Decision<EnvelopeFact> decision;
            if (step > 450) {
                decision = close(CLOSES);
            } else if (held.containsKey(customer) && random.nextInt(8) == 0) {
                decision = giveBack(customer, pence(held.get(customer)));
            } else {
                decision = open(customer, NOW);
            }
            for (EnvelopeFact fact : decision.facts()) {
                switch (fact) {
                    case PartDrawn f -> {
                        assertThat(held.put(customer, f.amount().amount())).isNull();
                        assertThat(sum(held) + f.left().amount()).isEqualTo(10_000);
                    }
                    case PartReturned f -> {
                        held.remove(customer);
                        assertThat(sum(held) + f.left().amount()).isEqualTo(10_000);
                    }
                    case EnvelopeClosed f -> returned += f.returned().amount();
                    case EnvelopePut _ -> throw new AssertionError("filled twice");
                }
            }
        }
        assertThat(sum(held) + returned).isEqualTo(10_000);
        assertThat(held).isNotEmpty();
    }

    private static long sum(Map<String, Long> held) {
        return held.values().stream().mapToLong(Long::longValue).sum();
    }

    @Test
    void whatASnapshotRecallsGoesOnAsBefore() {
        put(100, 2);
        draws("ann");
        Envelope again = new Envelope("New-year");
        String json = Json.MAPPER.writeValueAsString(envelope.remember(NOW));
        again.recall(Json.MAPPER.readValue(json, Envelope.State.class));
        assertThat(again.weight()).isEqualTo(envelope.weight());
        for (String customer : List.of("ann", "bob")) {
            OpenEnvelope command = new OpenEnvelope("again", "New-year", customer);
            assertThat(again.decide(command, NOW, random))
                    .as("the last part takes the rest, so chance has no say")
                    .isEqualTo(envelope.decide(command, NOW, random));
        }
        assertThat(again.decide(new CloseEnvelope("New-year"), CLOSES))
                .isEqualTo(envelope.decide(new CloseEnvelope("New-year"), CLOSES));
    }
}
