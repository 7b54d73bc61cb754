package dev.sluice.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ElasticsearchSettingsTest {
    @Test
    void hasDefaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(new ElasticsearchSettings(
                        URI.create("http://127.0.0.1:29200"),
                        Duration.ofSeconds(2),
                        64,
                        Duration.ofMinutes(5),
                        Duration.ofSeconds(3),
                        10_000));
    }

    @ParameterizedTest
    @CsvSource({
        "url, 127.0.0.1, SLUICE_ELASTICSEARCH_URL",
        "url, ftp://127.0.0.1, SLUICE_ELASTICSEARCH_URL",
        "timeout, 0s, timeout",
        "timeout, 2h, timeout",
        "connections, 0, connections",
        "keep-snapshot, 0s, keep-snapshot",
        "keep-snapshot, 2h, keep-snapshot",
        "behind, 2h, behind",
        "count-up-to, 0, count-up-to"
    })
    void namesWhatIsWrong(String name, String value, String told) {
        assertThatThrownBy(() -> bound(Map.of("sluice.elasticsearch." + name, value)))
                .rootCause()
                .hasMessageContaining(told);
    }

    private static ElasticsearchSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("sluice.elasticsearch", ElasticsearchSettings.class);
    }
}
