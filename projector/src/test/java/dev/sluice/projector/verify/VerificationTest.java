package dev.sluice.projector.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerificationTest {
    private final Verification verification = new Verification(InstantSource.fixed(Instant.EPOCH));
    private final Map<String, String> live = new HashMap<>(Map.of("a", "{\"x\":1,\"y\":2}", "b", "{\"x\":2}"));

    @Test
    void theSameDocumentsAgreeHoweverTheyAreWritten() {
        Verdict verdict = compare(Map.of("a", "{\"y\":2, \"x\":1}", "b", "{\"x\":2}"), 0);

        assertThat(verdict).isEqualTo(new Verdict("memory", true, 2, 2, 2, List.of(), Instant.EPOCH));
    }

    @Test
    void aDocumentThatDiffersOrIsMissingIsNamed() {
        Verdict verdict = compare(Map.of("a", "{\"x\":1}", "c", "{}"), 0);

        assertThat(verdict.agree()).isFalse();
        assertThat(verdict.differing()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void thereMayBeMoreOrLessByWhatIsStillBeingRead() {
        Map<String, String> more = new HashMap<>(live);
        more.put("c", "{}");

        assertThat(compare(more, 0).agree()).isFalse();
        assertThat(compare(more, 1).agree()).isTrue();
    }

    private Verdict compare(Map<String, String> building, long waiting) {
        return verification.compare(new InMemory(live), new InMemory(building), true, () -> waiting);
    }
}
