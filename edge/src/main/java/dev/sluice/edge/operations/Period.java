package dev.sluice.edge.operations;

import dev.sluice.edge.http.Refusal;
import dev.sluice.schemas.http.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** From one instant of a body until another, which is later. */
record Period(Instant from, Instant until) {

    /** Throws a {@link Refusal} that names the place of what cannot be. */
    static Period of(String fromPlace, String from, String untilPlace, String until) {
        Period period = new Period(instant(fromPlace, from), instant(untilPlace, until));
        if (!period.from.isBefore(period.until)) {
            throw flaw(untilPlace, "must be after " + fromPlace.substring(1) + ", " + from);
        }
        return period;
    }

    private static Instant instant(String place, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw flaw(place, "must be a date and time that exist, such as 2026-12-01T00:00:00Z, not " + text);
        }
    }

    static Refusal flaw(String place, String mend) {
        return Refusal.malformed(
                "The body does not fit; errors says where and how to mend it.", List.of(new Problem.Flaw(place, mend)));
    }
}
