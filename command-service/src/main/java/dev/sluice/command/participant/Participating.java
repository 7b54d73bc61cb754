package dev.sluice.command.participant;

import dev.sluice.command.message.Decision;
import dev.sluice.command.message.Outgoing;
import dev.sluice.command.message.Remembering;
import dev.sluice.command.tcc.Branches;
import dev.sluice.command.tcc.Verdict;
import dev.sluice.command.tcc.Verdict.Change;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.tcc.BranchCommand;
import dev.sluice.schemas.tcc.BranchCommand.CancelBranch;
import dev.sluice.schemas.tcc.BranchCommand.ConfirmBranch;
import dev.sluice.schemas.tcc.BranchCommand.ReverseBranch;
import dev.sluice.schemas.tcc.BranchCommand.TryBranch;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate with branches. It says what it can grant ({@link Branches.Holdings}), which of its facts stands for which
 * change, and notes in {@link #branches} what its facts tell of them.
 *
 * @param <F> its facts
 * @param <S> its snapshots
 */
public abstract class Participating<F extends Payload, S extends Record> implements Remembering<S>, Branches.Holdings {

    protected final Branches branches = new Branches();

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    List<Outgoing> handle(TryBranch command, Clock clock) {
        return carryOut(decide(command, clock.instant()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    List<Outgoing> handle(ConfirmBranch command, Clock clock) {
        return carryOut(decide(command, clock.instant()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    List<Outgoing> handle(CancelBranch command, Clock clock) {
        return carryOut(decide(command, clock.instant()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    List<Outgoing> handle(ReverseBranch command, Clock clock) {
        return carryOut(decide(command, clock.instant()));
    }

    /** Applies the facts; what is to be sent is left. */
    protected final List<Outgoing> carryOut(Decision<F> decision) {
        decision.facts().forEach(AggregateLifecycle::apply);
        return decision.messages();
    }

    public final Decision<F> decide(BranchCommand command, Instant now) {
        Verdict verdict = branches.decide(command, now, this);
        F fact = factOf(verdict.change(), command.orderId());
        return new Decision<>(
                fact == null ? List.of() : List.of(fact), List.of(Outgoing.of(verdict.answerTo(command))));
    }

    /** Null for no change. */
    protected abstract @Nullable F factOf(Change change, String orderId);

    @Override
    public int weight() {
        return 1 + branches.size();
    }
}
