package dev.sluice.command.participant;

import dev.sluice.command.message.Decision;
import dev.sluice.command.message.Outgoing;
import dev.sluice.command.message.Weighty;
import dev.sluice.command.tcc.Branches;
import dev.sluice.command.tcc.Verdict;
import dev.sluice.command.tcc.Verdict.Change;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.tcc.BranchCommand;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate with branches. It says what it can grant ({@link Branches.Holdings}), which of its facts stands for which
 * change, and notes in {@link #branches} what its facts tell of them.
 *
 * @param <F> its facts
 */
public abstract class Participating<F extends Payload> implements Weighty, Branches.Holdings {

    protected final Branches branches = new Branches();

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
