package dev.sluice.edge.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.edge.http.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Coupons, campaigns and red envelopes share a topic and a store: none may be called what another kind could be. */
class WritableTest {

    @ParameterizedTest
    @CsvSource({
        "spring, SPRING, spring, Spring",
        "SPRING, SPRING, spring, Spring",
        "2026-eXtra, 2026-EXTRA, 2026-extra, 2026-Extra"
    })
    void eachKindWritesItsIdsInItsWay(String given, String coupon, String campaign, String envelope) {
        assertThat(Writable.COUPON.id().apply(given)).isEqualTo(coupon);
        assertThat(Writable.CAMPAIGN.id().apply(given)).isEqualTo(campaign);
        assertThat(Writable.ENVELOPE.id().apply(given)).isEqualTo(envelope);
        assertThat(Writable.ENVELOPE.id().apply(envelope)).isEqualTo(envelope);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "-", "2026.a"})
    void whatCannotBeWrittenSoIsNoEnvelope(String given) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Writable.ENVELOPE.id().apply(given));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "-"})
    void whatCannotBeWrittenSoIsNoCampaign(String given) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Writable.CAMPAIGN.id().apply(given));
    }
}
