package dev.sluice.schemas.operation;

import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.message.WireName;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.rejection.Rejection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a queued write that is no order ended; sent by the context that carried it out, in the same commit. */
public sealed interface OperationOutcome extends Payload {

    String operationId();

    /**
     * What was written: {@code product}, {@code stock}, {@code wallet}, {@code customer}, {@code coupon}, {@code campaign},
     * {@code grab} (a place in a campaign), {@code envelope}, {@code part} (of an envelope), {@code order} (a cancellation),
     * {@code dead-letter} (a parked message).
     */
    String entity();

    String entityId();

    Instant at();

    /**
     * @param version of the entity, afterwards
     * @param amount what the customer gets, where that was open: a part of a red envelope
     */
    @WireName("operation.Succeeded.v1")
    record Succeeded(
            String operationId,
            String entity,
            String entityId,
            long version,
            Instant at,
            @Nullable Money amount) implements OperationOutcome {

        public Succeeded(String operationId, String entity, String entityId, long version, Instant at) {
            this(operationId, entity, entityId, version, at, null);
        }
    }

    @WireName("operation.Refused.v1")
    record Refused(String operationId, String entity, String entityId, Rejection reason, Instant at)
            implements OperationOutcome {}
}
