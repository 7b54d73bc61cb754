package dev.sluice.edge.outcome;

import java.time.Instant;

/**
 * What Redis remembers for a day of a write under its id, which a retry with the same idempotency key has too.
 *
 * @param requestHash of what was asked for
 * @param accepted false while an edge has only leased the id and Kafka has not yet acknowledged
 * @param entity what is written: {@code order}, {@code product} …
 * @param entityId which; for an order, the customer whose it is
 */
public record Marker(String requestHash, boolean accepted, Instant at, String entity, String entityId) {

    Marker confirmed() {
        return new Marker(requestHash, true, at, entity, entityId);
    }
}
