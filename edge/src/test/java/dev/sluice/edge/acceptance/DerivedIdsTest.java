package dev.sluice.edge.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DerivedIdsTest {
    private final DerivedIds ids = of("a secret of some length");

    @Test
    void areVersion8OfRfc9562() {
        UUID id = UUID.fromString(derive("s", "k"));

        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void areTheSameForTheSameRequest() {
        assertThat(derive("s", "k")).isEqualTo(derive("s", "k"));
        assertThat(of("a secret of some length").derive("order", "s", new IdempotencyKey("k")))
                .isEqualTo(derive("s", "k"));
    }

    @Test
    void differByEveryPart() {
        assertThat(derive("s", "k"))
                .isNotEqualTo(derive("s", "l"))
                .isNotEqualTo(derive("t", "k"))
                .isNotEqualTo(ids.derive("operation", "s", new IdempotencyKey("k")))
                .isNotEqualTo(of("another secret").derive("order", "s", new IdempotencyKey("k")));
    }

    @Test
    void tellWhereOnePartEnds() {
        assertThat(derive("ab", "c")).isNotEqualTo(derive("a", "bc"));
    }

    private String derive(String subject, String key) {
        return ids.derive("order", subject, new IdempotencyKey(key));
    }

    private static DerivedIds of(String secret) {
        return new DerivedIds(() -> secret.getBytes(StandardCharsets.UTF_8));
    }
}
