package dev.sluice.schemas.parking;

import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.message.WireName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What has become of a message that could not be carried out; sent by its context in the commit that made it so. */
public sealed interface ParkingFact extends Payload {

    /** Given when the message is parked, and kept until it is released. */
    String letterId();

    Instant at();

    /**
     * The message was set aside, and its key with it; or it has failed once more.
     *
     * @param topic partition and key are where it came from, and where commands about it go
     * @param error why it could not be carried out
     * @param attempts how often it was parked, this time included
     * @param waiting how many messages of its key wait behind it
     * @param act what an operator asked for, and what has failed hereby; null the first time
     */
    @WireName("parking.MessageParked.v1")
    record MessageParked(
            String letterId,
            String context,
            String topic,
            int partition,
            String key,
            ParkedMessage message,
            String error,
            int attempts,
            long waiting,
            @Nullable ParkingAct act,
            Instant at)
            implements ParkingFact {}

    /** More messages wait behind it. Told of the first ten one by one, then whenever there is a tenth more. */
    @WireName("parking.MessagesWaiting.v1")
    record MessagesWaiting(String letterId, int attempts, long waiting, Instant at) implements ParkingFact {}

    /** The message was carried out or dropped, and those behind it have their turn. */
    @WireName("parking.MessageReleased.v1")
    record MessageReleased(String letterId, ParkingAct act, Instant at) implements ParkingFact {}
}
