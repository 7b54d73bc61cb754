package dev.sluice.schemas.parking;

import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.message.WireName;

/**
 * What an operator asks for about a parked message. It goes to the topic, the partition and the key of that message, and is
 * carried out although the key is parked.
 */
public sealed interface ParkingCommand extends Payload {

    String operationId();

    /** Which message; at the head of its key. */
    String letterId();

    /** The subject of the operator's token. */
    String requestedBy();

    /** Carry it out once more, and then those that wait behind it. */
    @WireName("parking.RetryMessage.v1")
    record RetryMessage(String operationId, String letterId, String requestedBy) implements ParkingCommand {}

    /**
     * Carry it out with another payload, and then those that wait behind it.
     *
     * @param data the payload of the message's type, as JSON text
     */
    @WireName("parking.EditMessage.v1")
    record EditMessage(String operationId, String letterId, String data, String requestedBy)
            implements ParkingCommand {}

    /** Drop it, and carry out those that wait behind it. */
    @WireName("parking.SkipMessage.v1")
    record SkipMessage(String operationId, String letterId, String requestedBy) implements ParkingCommand {}
}
