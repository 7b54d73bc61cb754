package dev.sluice.edge.limits.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.edge.limits.quota.Verdict;
import dev.sluice.edge.routing.Traffic;
import dev.sluice.edge.settings.Quota;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
    private final Quota quota = Quota.valueOf("100/10s");

    @Test
    void tellThePolicyAndHowTheClientStands() {
        Verdict fifth = Verdict.of(quota, Duration.ofMillis(500).toNanos(), true);

        assertThat(Fields.policy(Traffic.ORDERS, quota)).isEqualTo("\"orders\";q=100;w=10");
        assertThat(Fields.standing(Traffic.ORDERS, fifth)).isEqualTo("\"orders\";r=95;t=1");
    }

    @Test
    void aClientThatMustWaitIsNeverToldToComeAtOnce() {
        Verdict refused = Verdict.of(quota, Duration.ofSeconds(10).toNanos(), false);

        assertThat(Fields.standing(Traffic.READS, refused)).isEqualTo("\"reads\";r=0;t=10");
        assertThat(refused.retrySeconds()).isEqualTo(1);
        assertThat(refused.retry()).isEqualTo(Duration.ofMillis(100).toNanos());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "100", "0/10s", "100/10", "100/0s", "100/1500ms", "2000000/1s", "1/2h", "-1/1s", "1/x"})
    void aQuotaThatCannotBeMeantIsRefused(String text) {
        assertThatThrownBy(() -> Quota.valueOf(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
