package dev.sluice.command.parking;

import dev.sluice.command.message.Outgoing;
import dev.sluice.command.parking.Queue.Letter;
import dev.sluice.schemas.parking.ParkingAct;
import dev.sluice.schemas.parking.ParkingAct.Kind;
import dev.sluice.schemas.parking.ParkingCommand;
import dev.sluice.schemas.parking.ParkingCommand.EditMessage;
import dev.sluice.schemas.parking.ParkingCommand.RetryMessage;
import dev.sluice.schemas.parking.ParkingCommand.SkipMessage;
import java.util.List;
import java.util.function.BiConsumer;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;

/** What operators ask for: only a letter that rests can be touched, so that asking twice does nothing twice. */
public final class Acts {

    private final Queues queues;
    private final Changes changes;
    private final Tidings tidings;

    Acts(Queues queues, Changes changes, Tidings tidings) {
        this.queues = queues;
        this.changes = changes;
        this.tidings = tidings;
    }

    @CommandHandler
    List<Outgoing> handle(RetryMessage command) {
        return act(command, Kind.RETRY, (resting, act) -> release(resting, act, null));
    }

    @CommandHandler
    List<Outgoing> handle(EditMessage command) {
        return act(command, Kind.EDIT, (resting, act) -> release(resting, act, command.data()));
    }

    @CommandHandler
    List<Outgoing> handle(SkipMessage command) {
        return act(command, Kind.SKIP, this::skip);
    }

    private record Resting(Lane lane, Queue queue, Letter letter) {}

    private List<Outgoing> act(ParkingCommand command, Kind kind, BiConsumer<Resting, ParkingAct> what) {
        Resting resting = resting(command.letterId());
        if (resting == null) {
            return List.of(Tidings.notParked(command, changes.now()));
        }
        what.accept(resting, new ParkingAct(kind, command.operationId(), command.requestedBy(), changes.now()));
        return List.of();
    }

    private @Nullable Resting resting(String letterId) {
        Lane lane = queues.laneOf(letterId);
        Queue queue = lane == null ? null : queues.find(lane);
        Letter letter = queue == null || queue.isOpen() ? null : queue.head();
        return lane != null && queue != null && letter != null ? new Resting(lane, queue, letter) : null;
    }

    /** How it ends is told by the turn that carries it out. */
    private void release(Resting resting, ParkingAct act, @Nullable String data) {
        changes.released(resting.lane, resting.letter, act, data);
        queues.put(resting.lane, resting.queue.headedBy(resting.letter.released(act)));
    }

    private void skip(Resting resting, ParkingAct act) {
        changes.dropped(resting.letter);
        queues.put(resting.lane, resting.queue.withoutHead());
        tidings.done(resting.lane, resting.letter, act);
    }
}
