package dev.sluice.projector.log;

import dev.sluice.schemas.message.Payload;

/**
 * A fact as an event store keeps it.
 *
 * @param sequence number within its aggregate, from 0
 */
public record Fact<T extends Payload>(long sequence, T data) {

    /** The version that the aggregate has with this fact. */
    public long version() {
        return sequence + 1;
    }
}
