package dev.sluice.command.tcc;

import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.tcc.BranchCommand.TryBranch;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a participant remembers of one branch. */
sealed interface Mark {

    Duration KEPT_AFTER_EXPIRY = Duration.ofHours(24);

    Instant expiresAt();

    /** A reservation is held until its order is decided, however long that takes. */
    record Tried(Content content) implements Mark {
        @Override
        public Instant expiresAt() {
            return content.expiresAt;
        }
    }

    record Refused(Content content, Rejection reason) implements Mark {
        @Override
        public Instant expiresAt() {
            return content.expiresAt;
        }
    }

    record Confirmed(Content content) implements Mark {
        @Override
        public Instant expiresAt() {
            return content.expiresAt;
        }
    }

    /** @param content null for an empty cancel, which knows of no Try */
    record Cancelled(@Nullable Content content, Instant expiresAt) implements Mark {}

    /** What a repeated Try must repeat. */
    record Content(long amount, String unit, Instant expiresAt) {
        /** Units are few, marks are many. */
        public Content {
            unit = unit.intern();
        }

        static Content of(TryBranch attempt) {
            return new Content(attempt.amount(), attempt.unit(), attempt.expiresAt());
        }
    }

    default boolean isForgotten(Instant now) {
        return !(this instanceof Tried) && now.isAfter(expiresAt().plus(KEPT_AFTER_EXPIRY));
    }
}
