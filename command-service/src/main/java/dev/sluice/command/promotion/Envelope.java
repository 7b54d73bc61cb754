package dev.sluice.command.promotion;

import dev.sluice.command.message.Decision;
import dev.sluice.command.message.Outgoing;
import dev.sluice.command.message.Remembering;
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
import dev.sluice.schemas.promotion.GrabId;
import dev.sluice.schemas.rejection.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * A red envelope: parts of random size, first come, first served, one a customer. Each goes to the wallet of who drew it; what
 * is left when it closes goes back to the shop. What was drawn, is left and went back is the sum that was put in, to the penny.
 */
final class Envelope implements Remembering<Envelope.State> {

    @AggregateIdentifier
    private final String envelopeId;

    private final Set<String> drawers = new HashSet<>();
    private @Nullable EnvelopeTerms terms;
    private Parts parts = Parts.NONE;
    private boolean closed;
    private long version;

    Envelope(String envelopeId) {
        this.envelopeId = envelopeId;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    List<Outgoing> handle(PutEnvelope command, Clock clock) {
        return carryOut(decide(command, clock.instant()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    List<Outgoing> handle(OpenEnvelope command, Clock clock, RandomGenerator random) {
        return carryOut(decide(command, clock.instant(), random));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    List<Outgoing> handle(ReturnPart command) {
        return carryOut(decide(command));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    List<Outgoing> handle(CloseEnvelope command, Clock clock) {
        return carryOut(decide(command, clock.instant()));
    }

    private static List<Outgoing> carryOut(Decision<EnvelopeFact> decision) {
        decision.facts().forEach(AggregateLifecycle::apply);
        return decision.messages();
    }

    Decision<EnvelopeFact> decide(PutEnvelope command, Instant now) {
        if (terms != null && !terms.equals(command.terms())) {
            var reason = new Rejection.EnvelopeSealed(envelopeId);
            return said(new OperationOutcome.Refused(command.operationId(), "envelope", envelopeId, reason, now));
        }
        List<EnvelopeFact> facts = terms == null ? List.of(new EnvelopePut(envelopeId, command.terms())) : List.of();
        return new Decision<>(
                facts,
                List.of(Outgoing.of(new OperationOutcome.Succeeded(
                        command.operationId(), "envelope", envelopeId, version + facts.size(), now))));
    }

    Decision<EnvelopeFact> decide(OpenEnvelope command, Instant now, RandomGenerator random) {
        EnvelopeTerms known = terms;
        String customerId = command.customerId();
        if (known == null) {
            return refused(command, new Rejection.UnknownEnvelope(envelopeId), now);
        }
        if (closed || now.isBefore(known.opensAt()) || !now.isBefore(known.closesAt())) {
            var reason = new Rejection.EnvelopeClosed(envelopeId, known.opensAt(), known.closesAt());
            return refused(command, reason, now);
        }
        if (drawers.contains(customerId)) {
            return refused(command, new Rejection.AlreadyOpened(envelopeId, customerId), now);
        }
        if (parts.isEmpty()) {
            return refused(command, new Rejection.EnvelopeEmpty(envelopeId, known.parts()), now);
        }
        Money amount = money(known, parts.draw(random));
        Parts left = parts.without(amount.amount());
        return Decision.of(
                new PartDrawn(envelopeId, customerId, amount, money(known, left.sum()), left.count()),
                List.of(
                        Outgoing.of(new OperationOutcome.Succeeded(
                                command.operationId(), "part", partId(customerId), version + 1, now, amount)),
                        Outgoing.of(new CreditPart(customerId, envelopeId, amount))));
    }

    Decision<EnvelopeFact> decide(ReturnPart command) {
        EnvelopeTerms known = terms;
        if (known == null || !drawers.contains(command.customerId())) {
            throw new IllegalArgumentException(command + " was never drawn");
        }
        Money amount = command.amount();
        Parts back = parts.with(amount.amount());
        var returned =
                new PartReturned(envelopeId, command.customerId(), amount, money(known, back.sum()), back.count());
        return new Decision<>(
                closed ? List.of(returned, new EnvelopeClosed(envelopeId, returned.left())) : List.of(returned),
                List.of());
    }

    Decision<EnvelopeFact> decide(CloseEnvelope command, Instant now) {
        EnvelopeTerms known = terms;
        return known == null || closed || now.isBefore(known.closesAt())
                ? Decision.nothing()
                : Decision.of(new EnvelopeClosed(envelopeId, money(known, parts.sum())), List.of());
    }

    private static Money money(EnvelopeTerms terms, long amount) {
        return new Money(amount, terms.total().currency());
    }

    private String partId(String customerId) {
        return new GrabId(envelopeId, customerId).toString();
    }

    private Decision<EnvelopeFact> refused(OpenEnvelope command, Rejection reason, Instant now) {
        return said(
                new OperationOutcome.Refused(command.operationId(), "part", partId(command.customerId()), reason, now));
    }

    private static Decision<EnvelopeFact> said(OperationOutcome outcome) {
        return new Decision<>(List.of(), List.of(Outgoing.of(outcome)));
    }

    @EventSourcingHandler
    void evolve(EnvelopeFact fact) {
        version++;
        switch (fact) {
            case EnvelopePut f -> {
                terms = f.terms();
                parts = new Parts(f.terms().total().amount(), f.terms().parts());
            }
            case PartDrawn f -> {
                drawers.add(f.customerId());
                parts = new Parts(f.left().amount(), f.partsLeft());
            }
            case PartReturned f -> parts = new Parts(f.left().amount(), f.partsLeft());
            case EnvelopeClosed _ -> {
                parts = Parts.NONE;
                closed = true;
            }
        }
    }

    record State(@Nullable EnvelopeTerms terms, Set<String> drawers, Parts parts, boolean closed, long version) {
        State {
            drawers = Set.copyOf(drawers);
        }
    }

    @Override
    public State remember(Instant now) {
        return new State(terms, drawers, parts, closed, version);
    }

    @EventSourcingHandler
    void recall(State state) {
        terms = state.terms;
        drawers.clear();
        drawers.addAll(state.drawers);
        parts = state.parts;
        closed = state.closed;
        version = state.version;
    }

    @Override
    public int weight() {
        return 1 + drawers.size();
    }

    @Override
    public String toString() {
        return envelopeId;
    }
}
