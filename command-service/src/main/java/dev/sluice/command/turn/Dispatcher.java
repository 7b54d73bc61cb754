package dev.sluice.command.turn;

import dev.sluice.command.message.Outgoing;
import dev.sluice.command.turn.BoundedContext.Work;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.jspecify.annotations.Nullable;

/** Puts commands on the context's command bus, which carries them out at once, on this thread. */
public final class Dispatcher {

    private final CommandBus bus;

    public Dispatcher(CommandBus bus) {
        this.bus = bus;
    }

    /** What the handler wants to have sent. Throws {@link CommandFailed}. */
    List<Outgoing> dispatch(Work work) {
        AtomicReference<@Nullable CommandResultMessage<? extends List<Outgoing>>> answer = new AtomicReference<>();
        bus.<Object, List<Outgoing>>dispatch(
                GenericCommandMessage.asCommandMessage(work.command()), (_, result) -> answer.set(result));
        CommandResultMessage<? extends List<Outgoing>> result = answer.get();
        if (result == null) {
            throw new IllegalStateException("the command bus has not answered");
        }
        if (result.isExceptional()) {
            throw new CommandFailed(work.cause(), result.exceptionResult());
        }
        return result.getPayload();
    }
}
