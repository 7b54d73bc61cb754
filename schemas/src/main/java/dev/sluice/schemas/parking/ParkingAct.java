package dev.sluice.schemas.parking;

import java.time.Instant;

/**
 * What an operator did about a parked message.
 *
 * @param requestedBy the subject of the operator's token
 * @param at when the context took it up
 */
public record ParkingAct(Kind kind, String operationId, String requestedBy, Instant at) {

    public enum Kind {
        /** Carry it out once more, as it is. */
        RETRY,
        /** Carry it out with another payload. */
        EDIT,
        /** Drop it, and go on behind it. */
        SKIP
    }
}
