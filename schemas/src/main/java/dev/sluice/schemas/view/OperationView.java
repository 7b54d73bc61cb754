package dev.sluice.schemas.view;

import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.rejection.Rejection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A queued write that is no order: {@code GET /operations/{id}}.
 *
 * @param version of the entity after success, otherwise null
 * @param amount what the customer gets, where that was open: a part of a red envelope
 */
public record OperationView(
        String id,
        OperationStatus status,
        String entity,
        String entityId,
        @Nullable Long version,
        @Nullable Rejection reason,
        Instant at,
        @Nullable Money amount) {

    /** The first is open, the others final. */
    public enum OperationStatus {
        ACCEPTED,
        SUCCEEDED,
        REFUSED
    }
}
