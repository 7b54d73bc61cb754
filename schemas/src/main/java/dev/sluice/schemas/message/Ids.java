package dev.sluice.schemas.message;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;

/** Ids that nobody derived from a key: UUID version 7 (RFC 9562), which sort by time. */
public final class Ids {
    private static final NoArgGenerator TIME_ORDERED = Generators.timeBasedEpochGenerator();

    private Ids() {}

    public static String next() {
        return TIME_ORDERED.generate().toString();
    }
}
