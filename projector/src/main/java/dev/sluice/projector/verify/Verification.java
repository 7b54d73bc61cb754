package dev.sluice.projector.verify;

import dev.sluice.schemas.message.Json;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Compares the numbers of documents, and a sample of documents field by field. Both generations change meanwhile: what differs is
 * looked at again for a while, and numbers may differ by what one of them has not read yet.
 */
public final class Verification {
    private static final int SAMPLE = 500;
    private static final int SHOWN = 10;
    private static final int LOOKS = 10;
    private static final Duration BETWEEN = Duration.ofMillis(300);

    private final InstantSource clock;

    public Verification(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * @param alike whether their documents should look the same; otherwise only their numbers are compared
     * @param waiting records that one of them may not show yet, when it is asked
     */
    public Verdict compare(Contents live, Contents building, boolean alike, LongSupplier waiting) {
        List<String> sample = alike ? live.survey(SAMPLE).sample() : List.of();
        List<String> differing = differing(live, building, sample);
        long before = live.survey(0).documents();
        long built = building.survey(0).documents();
        long after = live.survey(0).documents();
        long tolerated = waiting.getAsLong();
        boolean asMany = built >= Math.min(before, after) - tolerated && built <= Math.max(before, after) + tolerated;
        return new Verdict(
                live.store(),
                asMany && differing.isEmpty(),
                after,
                built,
                sample.size(),
                differing.stream().limit(SHOWN).toList(),
                clock.instant());
    }

    private static List<String> differing(Contents live, Contents building, List<String> sample) {
        List<String> differing = compare(live, building, sample);
        for (int look = 1; look < LOOKS && !differing.isEmpty(); look++) {
            LockSupport.parkNanos(BETWEEN.toNanos());
            differing = compare(live, building, differing);
        }
        return differing;
    }

    private static List<String> compare(Contents live, Contents building, List<String> ids) {
        Map<String, byte[]> old = live.read(ids);
        Map<String, byte[]> built = building.read(ids);
        return ids.stream().filter(id -> !same(old.get(id), built.get(id))).toList();
    }

    private static boolean same(byte @Nullable [] one, byte @Nullable [] other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return Json.MAPPER.readTree(one).equals(Json.MAPPER.readTree(other));
    }
}
