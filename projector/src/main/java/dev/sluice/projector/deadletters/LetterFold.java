package dev.sluice.projector.deadletters;

import dev.sluice.schemas.parking.ParkingAct;
import dev.sluice.schemas.parking.ParkingFact;
import dev.sluice.schemas.parking.ParkingFact.MessageParked;
import dev.sluice.schemas.parking.ParkingFact.MessageReleased;
import dev.sluice.schemas.parking.ParkingFact.MessagesWaiting;
import dev.sluice.schemas.view.DeadLetterView;
import dev.sluice.schemas.view.DeadLetterView.LetterStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a fact makes of a letter. Attempts, and within one those who wait, only grow: what says less is known already. */
final class LetterFold {

    private LetterFold() {}

    /** Null for a letter that was never seen being parked. */
    static @Nullable DeadLetterView after(@Nullable DeadLetterView known, ParkingFact fact) {
        return switch (fact) {
            case MessageParked parked -> parked(known, parked);
            case MessagesWaiting waiting -> known == null ? null : waiting(known, waiting);
            case MessageReleased released -> known == null ? null : released(known, released);
        };
    }

    private static DeadLetterView parked(@Nullable DeadLetterView known, MessageParked fact) {
        if (known != null && (isReleased(known) || known.attempts() >= fact.attempts())) {
            return known;
        }
        return new DeadLetterView(
                fact.letterId(),
                LetterStatus.PARKED,
                fact.context(),
                fact.topic(),
                fact.partition(),
                fact.key(),
                fact.message(),
                fact.error(),
                fact.attempts(),
                fact.waiting(),
                known == null ? fact.at() : known.parkedAt(),
                fact.at(),
                null,
                acts(known, fact.act()));
    }

    private static DeadLetterView waiting(DeadLetterView known, MessagesWaiting fact) {
        boolean isNews = !isReleased(known) && known.attempts() == fact.attempts() && known.waiting() < fact.waiting();
        return isNews ? with(known, known.status(), fact.waiting(), null, known.acts()) : known;
    }

    private static DeadLetterView released(DeadLetterView known, MessageReleased fact) {
        return isReleased(known)
                ? known
                : with(known, status(fact.act().kind()), 0, fact.at(), acts(known, fact.act()));
    }

    private static boolean isReleased(DeadLetterView letter) {
        return letter.releasedAt() != null;
    }

    private static LetterStatus status(ParkingAct.Kind kind) {
        return switch (kind) {
            case RETRY -> LetterStatus.RETRIED;
            case EDIT -> LetterStatus.EDITED;
            case SKIP -> LetterStatus.SKIPPED;
        };
    }

    private static List<ParkingAct> acts(@Nullable DeadLetterView known, @Nullable ParkingAct more) {
        List<ParkingAct> acts = new ArrayList<>(known == null ? List.of() : known.acts());
        if (more != null) {
            acts.add(more);
        }
        return acts;
    }

    private static DeadLetterView with(
            DeadLetterView letter,
            LetterStatus status,
            long waiting,
            @Nullable Instant releasedAt,
            List<ParkingAct> acts) {
        return new DeadLetterView(
                letter.id(),
                status,
                letter.context(),
                letter.topic(),
                letter.partition(),
                letter.key(),
                letter.message(),
                letter.error(),
                letter.attempts(),
                waiting,
                letter.parkedAt(),
                letter.failedAt(),
                releasedAt,
                acts);
    }
}
