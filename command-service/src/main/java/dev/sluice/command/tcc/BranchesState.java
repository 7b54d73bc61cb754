package dev.sluice.command.tcc;

import dev.sluice.schemas.rejection.Rejection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All marks of an aggregate, as a snapshot holds them; those that can be forgotten in the order in which they will be. */
public record BranchesState(List<Entry> marks, List<Returned> returns) {
    public BranchesState {
        marks = List.copyOf(marks);
        returns = List.copyOf(returns);
    }

    /** What has become of a branch. */
    enum Kind {
        TRIED,
        REFUSED,
        CONFIRMED,
        CANCELLED
    }

    /**
     * @param unit null for an empty cancel, which knows of no Try
     * @param reason present when the branch was refused
     */
    record Entry(
            String orderId,
            Kind kind,
            long amount,
            @Nullable String unit,
            Instant expiresAt,
            @Nullable Rejection reason) {

        static Entry of(String orderId, Mark mark) {
            return switch (mark) {
                case Mark.Tried(Mark.Content content) -> of(orderId, Kind.TRIED, content, null);
                case Mark.Refused(Mark.Content content, Rejection reason) -> of(orderId, Kind.REFUSED, content, reason);
                case Mark.Confirmed(Mark.Content content) -> of(orderId, Kind.CONFIRMED, content, null);
                case Mark.Cancelled(Mark.@Nullable Content content, Instant expiresAt) ->
                    content == null
                            ? new Entry(orderId, Kind.CANCELLED, 0, null, expiresAt, null)
                            : of(orderId, Kind.CANCELLED, content, null);
            };
        }

        private static Entry of(String orderId, Kind kind, Mark.Content content, @Nullable Rejection reason) {
            return new Entry(orderId, kind, content.amount(), content.unit(), content.expiresAt(), reason);
        }

        Mark mark() {
            Mark.Content content = unit == null ? null : new Mark.Content(amount, unit, expiresAt);
            return switch (kind) {
                case TRIED -> new Mark.Tried(known(content));
                case REFUSED -> new Mark.Refused(known(content), known(reason));
                case CONFIRMED -> new Mark.Confirmed(known(content));
                case CANCELLED -> new Mark.Cancelled(content, expiresAt);
            };
        }

        private <T> T known(@Nullable T part) {
            if (part == null) {
                throw new IllegalArgumentException("an incomplete mark: " + this);
            }
            return part;
        }
    }

    record Returned(String orderId, String returnId, long amount, String unit, Instant expiresAt) {}
}
