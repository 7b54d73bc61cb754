package dev.sluice.schemas.view;

import dev.sluice.schemas.rejection.Rejection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A queued write that is no order: {@code GET /operations/{id}}.
 *
 * @param version of the entity after success, otherwise null
 */
public record OperationView(
        String id,
        OperationStatus status,
        String entity,
        String entityId,
        @Nullable Long version,
        @Nullable Rejection reason,
        Instant at) {

    /** The first is open, the others final. */
    public enum OperationStatus {
        ACCEPTED,
        SUCCEEDED,
        REFUSED
    }
}
