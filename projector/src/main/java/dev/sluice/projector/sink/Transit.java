package dev.sluice.projector.sink;

import dev.sluice.schemas.wire.CloudEvents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * How long changes are on their way, from the decision that they come from until the store shows them. The decision's time is
 * the CloudEvents time that the view's record has from the fact; where there is none, that of the record.
 */
public final class Transit {
    private final InstantSource clock;
    private final long shownAfter;
    private long current;
    private long before;

    /** @param shownAfter how long a store takes at most to show what it has taken */
    public Transit(InstantSource clock, Duration shownAfter) {
        this.clock = clock;
        this.shownAfter = shownAfter.toMillis();
    }

    /** Everything since that record was written. */
    synchronized void ended(ConsumerRecord<byte[], byte[]> oldest) {
        long took = clock.millis() - begun(oldest) + shownAfter;
        current = Math.max(current, Math.max(0, took));
    }

    /** The longest time, in milliseconds, since the call before the last one; 0 where nothing ended. */
    public synchronized long slowest() {
        long slowest = Math.max(before, current);
        before = current;
        current = 0;
        return slowest;
    }

    private static long begun(ConsumerRecord<byte[], byte[]> record) {
        Header time = record.headers().lastHeader(CloudEvents.TIME);
        if (time == null || time.value() == null) {
            return record.timestamp();
        }
        try {
            return Instant.parse(new String(time.value(), StandardCharsets.UTF_8))
                    .toEpochMilli();
        } catch (DateTimeParseException _) {
            return record.timestamp();
        }
    }
}
