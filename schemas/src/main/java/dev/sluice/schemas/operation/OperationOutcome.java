package dev.sluice.schemas.operation;

import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.message.WireName;
import dev.sluice.schemas.rejection.Rejection;
import java.time.Instant;

/** How a queued write that is no order ended; sent by the context that carried it out, in the same commit. */
public sealed interface OperationOutcome extends Payload {

    String operationId();

    /**
     * What was written: {@code product}, {@code stock}, {@code wallet}, {@code customer}, {@code order} (a cancellation),
     * {@code dead-letter} (a parked message).
     */
    String entity();

    String entityId();

    Instant at();

    /** @param version of the entity, afterwards */
    @WireName("operation.Succeeded.v1")
    record Succeeded(String operationId, String entity, String entityId, long version, Instant at)
            implements OperationOutcome {}

    @WireName("operation.Refused.v1")
    record Refused(String operationId, String entity, String entityId, Rejection reason, Instant at)
            implements OperationOutcome {}
}
