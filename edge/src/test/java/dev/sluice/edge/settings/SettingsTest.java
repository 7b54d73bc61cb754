package dev.sluice.edge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.unit.DataSize;

class SettingsTest {
    @Test
    void neighboursAreThoseOfALocalInstance() {
        assertThat(bind("sluice", Settings.class, Map.of()))
                .isEqualTo(new Settings(
                        Path.of(".sluice"),
                        new Settings.Kafka("127.0.0.1:29092", Duration.ofMillis(1), Duration.ofSeconds(6)),
                        new Settings.Redis("redis://127.0.0.1:26379", Duration.ofSeconds(1)),
                        new Settings.Issuer("http://127.0.0.1:9000", Duration.ofSeconds(2)),
                        new Settings.Query(URI.create("http://127.0.0.1:8081"), Duration.ofSeconds(8), 64, 4)));
    }

    @Test
    void theEdgeHasItsDefaults() {
        assertThat(bind("sluice.edge", EdgeSettings.class, Map.of()))
                .isEqualTo(new EdgeSettings(
                        "127.0.0.1",
                        8080,
                        0,
                        null,
                        new EdgeSettings.Connections(
                                DataSize.ofKilobytes(8),
                                DataSize.ofKilobytes(16),
                                Duration.ofSeconds(60),
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(7)),
                        new EdgeSettings.Bodies(DataSize.ofKilobytes(512), DataSize.ofKilobytes(64)),
                        new EdgeSettings.Writes(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofHours(24)),
                        new EdgeSettings.Events(Duration.ofSeconds(15), Duration.ofMinutes(10)),
                        new EdgeSettings.Products(Duration.ofSeconds(5), 5_000)));
    }

    @Test
    void theFirewallBlocksByDefault() {
        assertThat(bind("sluice.edge.waf", WafSettings.class, Map.of()))
                .isEqualTo(new WafSettings(WafSettings.Mode.BLOCK, 5, null, List.of()));
        assertThat(bind(
                        "sluice.edge.waf",
                        WafSettings.class,
                        Map.of(
                                "SLUICE_EDGE_WAF_MODE", "detect",
                                "SLUICE_EDGE_WAF_EXCLUSIONS_0_ROUTE", "/products",
                                "SLUICE_EDGE_WAF_EXCLUSIONS_0_RULES", "sqli-union,xss-call")))
                .isEqualTo(new WafSettings(
                        WafSettings.Mode.DETECT,
                        5,
                        null,
                        List.of(new WafSettings.Exclusion("/products", List.of("sqli-union", "xss-call")))));
    }

    @Test
    void theSharedEnvironmentVariablesSetThem() {
        Map<String, Object> environment = Map.of(
                "SLUICE_HOME", "/h",
                "SLUICE_KAFKA_BOOTSTRAP", "k:1",
                "SLUICE_REDIS_URL", "redis://r",
                "SLUICE_ISSUER_URL", "http://i",
                "SLUICE_QUERY_URL", "http://q");

        Settings settings = bind("sluice", Settings.class, environment);

        assertThat(settings.home()).isEqualTo(Path.of("/h"));
        assertThat(settings.kafka().bootstrap()).isEqualTo("k:1");
        assertThat(settings.redis().address().host()).isEqualTo("r");
        assertThat(settings.issuer().url()).isEqualTo("http://i");
        assertThat(settings.query().url()).isEqualTo(URI.create("http://q"));
        String secret = "s".repeat(32);
        assertThat(bind("sluice.edge", EdgeSettings.class, Map.of("SLUICE_EDGE_ID_SECRET", secret))
                        .idSecret())
                .isEqualTo(secret);
    }

    @ParameterizedTest
    @CsvSource({
        "SLUICE_EDGE_PORT, 70000",
        "SLUICE_EDGE_LOOPS, -1",
        "SLUICE_EDGE_ID_SECRET, short",
        "SLUICE_EDGE_WRITES_LEASE, 5s",
        "SLUICE_EDGE_CONNECTIONS_IDLE, 0s",
        "SLUICE_EDGE_BODIES_ORDER, 1GB",
        "SLUICE_EDGE_WAF_THRESHOLD, 0",
    })
    void refusesWhatCannotBeMeant(String name, String value) {
        assertThatThrownBy(() -> {
                    bind("sluice.edge", EdgeSettings.class, Map.of(name, value));
                    bind("sluice.edge.waf", WafSettings.class, Map.of(name, value));
                })
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sluice.edge.");
    }

    private static <T> T bind(String prefix, Class<T> type, Map<String, Object> environment) {
        Iterable<ConfigurationPropertySource> sources = ConfigurationPropertySources.from(
                new SystemEnvironmentPropertySource("systemEnvironment", environment));
        return new Binder(sources).bindOrCreate(prefix, type);
    }
}
