package dev.sluice.schemas.view;

import dev.sluice.schemas.parking.ParkedMessage;
import dev.sluice.schemas.parking.ParkingAct;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message that could not be carried out: {@code GET /admin/dead-letters}.
 *
 * @param topic partition and key are where it came from
 * @param error why it could not be carried out, the last time
 * @param attempts how often it was parked
 * @param waiting how many messages of its key wait behind it; beyond ten, a tenth more may wait
 * @param parkedAt when it was parked first
 * @param failedAt when it was parked last
 * @param releasedAt null while it is parked
 * @param acts what operators did about it, the first first
 */
public record DeadLetterView(
        String id,
        LetterStatus status,
        String context,
        String topic,
        int partition,
        String key,
        ParkedMessage message,
        String error,
        int attempts,
        long waiting,
        Instant parkedAt,
        Instant failedAt,
        @Nullable Instant releasedAt,
        List<ParkingAct> acts) {

    public DeadLetterView {
        acts = List.copyOf(acts);
    }

    /** The first is open, the others final. */
    public enum LetterStatus {
        PARKED,
        /** Carried out after a retry. */
        RETRIED,
        /** Carried out with another payload. */
        EDITED,
        SKIPPED
    }

    /** Without the message's data, which may be long. */
    public DeadLetterView summary() {
        ParkedMessage head = new ParkedMessage(
                message.id(), message.source(), message.type(), message.time(), message.traceparent(), null, false);
        return new DeadLetterView(
                id,
                status,
                context,
                topic,
                partition,
                key,
                head,
                error,
                attempts,
                waiting,
                parkedAt,
                failedAt,
                releasedAt,
                acts);
    }
}
