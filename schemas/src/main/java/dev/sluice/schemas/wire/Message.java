package dev.sluice.schemas.wire;

import dev.sluice.schemas.message.Payload;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payload with its CloudEvents 1.0 attributes.
 *
 * @param id unique within {@code source}; an outbox message derives it from the record that caused it, so that sending
 *     it again gives the same id
 * @param source who sends, as a URI reference: {@code /edge}, or {@code /ordering/2/8c4SGxTs} for partition 2 of ordering
 *     and the log of that name which it reads, by the beginning of its topic id
 * @param subject the aggregate's id, and the Kafka key
 * @param time when it was sent, by the sender's clock
 * @param traceparent the W3C trace context, where there is one
 */
public record Message<T extends Payload>(
        String id,
        String source,
        String subject,
        Instant time,
        @Nullable String traceparent,
        T data) {

    public String type() {
        return WireNames.of(data.getClass());
    }
}
