package dev.sluice.command.parking;

import dev.sluice.command.message.Outgoing;
import dev.sluice.command.parking.Queue.Letter;
import dev.sluice.schemas.operation.OperationOutcome;
import dev.sluice.schemas.parking.ParkingAct;
import dev.sluice.schemas.parking.ParkingCommand;
import dev.sluice.schemas.parking.ParkingFact.MessageParked;
import dev.sluice.schemas.parking.ParkingFact.MessageReleased;
import dev.sluice.schemas.parking.ParkingFact.MessagesWaiting;
import dev.sluice.schemas.rejection.Rejection;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a turn has to tell of letters: facts to those who look after them, outcomes to whoever has asked. */
final class Tidings {

    private static final String ENTITY = "dead-letter";

    private final String context;
    private final String topic;
    private final Changes changes;
    private final Map<Lane, News> news = new HashMap<>();

    private record News(
            String content, String error, @Nullable ParkingAct act) {}

    Tidings(String context, String topic, Changes changes) {
        this.context = context;
        this.topic = topic;
        this.changes = changes;
    }

    /** The lane's letter could not be carried out, for the first time or after an act. */
    void failed(Lane lane, Letter letter, String content, String error, @Nullable ParkingAct act) {
        news.put(lane, new News(content, error, act));
        if (act != null) {
            Rejection reason = new Rejection.FailedAgain(letter.id(), ParkedTable.reason(error));
            outcome(lane, refused(act.operationId(), letter.id(), reason, changes.now()));
        }
    }

    /** The letter was carried out, or dropped. */
    void done(Lane lane, Letter letter, ParkingAct act) {
        MessageReleased fact = new MessageReleased(letter.id(), act, changes.now());
        changes.say(Outgoing.of(fact), lane.partition(), letter.id() + ".released");
        outcome(
                lane,
                new OperationOutcome.Succeeded(
                        act.operationId(), ENTITY, letter.id(), letter.attempts(), changes.now()));
    }

    private void outcome(Lane lane, OperationOutcome outcome) {
        changes.say(Outgoing.of(outcome), lane.partition(), "outcome." + outcome.operationId());
    }

    static Outgoing notParked(ParkingCommand command, Instant now) {
        return Outgoing.of(
                refused(command.operationId(), command.letterId(), new Rejection.NotParked(command.letterId()), now));
    }

    private static OperationOutcome refused(String operationId, String letterId, Rejection reason, Instant now) {
        return new OperationOutcome.Refused(operationId, ENTITY, letterId, reason, now);
    }

    /** What the turn has made of the lane, where a letter rests at its head. The queue as it is told from now on. */
    Queue told(Lane lane, Queue queue, Letter letter) {
        News parked = news.get(lane);
        if (parked == null && !queue.isNews()) {
            return queue;
        }
        // Facts of one letter are told apart by these two, and in this order.
        String id = letter.id() + "." + letter.attempts() + "." + queue.waiting();
        Outgoing fact = parked == null
                ? Outgoing.of(new MessagesWaiting(letter.id(), letter.attempts(), queue.waiting(), changes.now()))
                : Outgoing.of(parked(lane, queue, letter, parked));
        changes.say(fact, lane.partition(), id);
        return queue.allTold();
    }

    private MessageParked parked(Lane lane, Queue queue, Letter letter, News parked) {
        return new MessageParked(
                letter.id(),
                context,
                topic,
                lane.partition(),
                lane.key(),
                Content.shown(parked.content),
                ParkedTable.reason(parked.error),
                letter.attempts(),
                queue.waiting(),
                parked.act,
                changes.now());
    }

    void clear() {
        news.clear();
    }
}
