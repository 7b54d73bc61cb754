package dev.sluice.command.participant;

import dev.sluice.command.message.Outgoing;
import dev.sluice.command.message.Remembering;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.tcc.BranchCommand.CancelBranch;
import dev.sluice.schemas.tcc.BranchCommand.ConfirmBranch;
import dev.sluice.schemas.tcc.BranchCommand.ReverseBranch;
import dev.sluice.schemas.tcc.BranchCommand.TryBranch;
import java.time.Clock;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;

/**
 * The aggregate to which the verbs go that reach its context: of these there is one a context.
 *
 * @param <F> its facts
 * @param <S> its snapshots
 */
public abstract class Participant<F extends Payload, S extends Record> extends Participating<F>
        implements Remembering<S> {

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
}
