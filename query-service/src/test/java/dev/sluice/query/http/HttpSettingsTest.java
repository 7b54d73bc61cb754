package dev.sluice.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class HttpSettingsTest {
    @Test
    void hasDefaults() {
        assertThat(bound(Map.of())).isEqualTo(new HttpSettings(8081));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536"})
    void namesTheVariable(String port) {
        assertThatThrownBy(() -> bound(Map.of("sluice.query.port", port)))
                .rootCause()
                .hasMessageContaining("SLUICE_QUERY_PORT");
    }

    private static HttpSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("sluice.query", HttpSettings.class);
    }
}
