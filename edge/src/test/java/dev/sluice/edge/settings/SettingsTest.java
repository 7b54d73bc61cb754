package dev.sluice.edge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.edge.routing.Traffic;
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
                        new Settings.Query(List.of(URI.create("http://127.0.0.1:8081")), Duration.ofSeconds(8), 64, 4),
                        new Settings.Projector(URI.create("http://127.0.0.1:8083"), Duration.ofSeconds(8))));
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
                        new EdgeSettings.Products(Duration.ofSeconds(5), 5_000, true),
                        new EdgeSettings.Versions(Duration.ofSeconds(5))));
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
    void operatorsHaveAnAddressOfTheirOwn() {
        assertThat(bind("sluice.edge.management", ManagementSettings.class, Map.of()))
                .isEqualTo(new ManagementSettings(
                        "127.0.0.1",
                        8084,
                        new ManagementSettings.AccessLog(true, null, DataSize.ofMegabytes(64), 3, 16_384)));
        assertThat(bind("sluice.edge.management", ManagementSettings.class, Map.of())
                        .accessLog()
                        .file(Path.of("h")))
                .isEqualTo(Path.of("h/logs/edge-access.log"));
    }

    @Test
    void limitsHaveTheirDefaults() {
        LimitSettings limits = bind("sluice.edge.limits", LimitSettings.class, Map.of());

        assertThat(limits)
                .isEqualTo(new LimitSettings(
                        List.of("127.0.0.0/8", "::1/128"),
                        List.of(),
                        100_000,
                        Duration.ofMillis(4),
                        0.5,
                        new LimitSettings.Address(256, 20_000, Quota.valueOf("5000/10s")),
                        Map.of()));
        assertThat(limits.of(Traffic.PAGES)).isEqualTo(rates("2000/10s", "2000/10s"));
        assertThat(limits.of(Traffic.SEARCHES)).isEqualTo(rates("300/10s", "600/10s"));
        assertThat(limits.of(Traffic.READS)).isEqualTo(rates("300/10s", "3000/10s"));
        assertThat(limits.of(Traffic.ORDERS)).isEqualTo(rates("100/10s", "300/10s"));
    }

    private static LimitSettings.Rates rates(String anonymous, String known) {
        return new LimitSettings.Rates(
                Quota.valueOf(anonymous),
                Quota.valueOf(known),
                Quota.valueOf("1000000/10s"),
                LimitSettings.Mode.LEASED);
    }

    @Test
    void roomsHaveTheirDefaults() {
        LoadSettings load = bind("sluice.edge.load", LoadSettings.class, Map.of());

        assertThat(load.lag()).isEqualTo(new LoadSettings.Lag(Duration.ofMinutes(2), 1_000));
        assertThat(load.of(Traffic.ORDERS))
                .isEqualTo(new LoadSettings.Room(20_000, false, null, Duration.ofMillis(250)));
        assertThat(load.of(Traffic.SEARCHES))
                .isEqualTo(new LoadSettings.Room(64, true, Quota.valueOf("2000/1s"), Duration.ofMillis(250)));
    }

    @Test
    void whatIsGivenOfAClassLeavesTheRestAsItIs() {
        Map<String, Object> environment = Map.of(
                "SLUICE_EDGE_LIMITS_RATES_ORDERS_KNOWN", "7/1s",
                "SLUICE_EDGE_LIMITS_RATES_READS_MODE", "exact",
                "SLUICE_EDGE_LIMITS_PROXIES", "10.0.0.0/8,fd00::/8");
        LimitSettings limits = bind("sluice.edge.limits", LimitSettings.class, environment);

        assertThat(limits.proxies()).containsExactly("10.0.0.0/8", "fd00::/8");
        assertThat(limits.of(Traffic.ORDERS)).isEqualTo(rates("100/10s", "7/1s"));
        assertThat(limits.of(Traffic.READS).mode()).isEqualTo(LimitSettings.Mode.EXACT);
        assertThat(bind("sluice.edge.load", LoadSettings.class, Map.of("SLUICE_EDGE_LOAD_ROOMS_READS_PACE", "5/1s"))
                        .of(Traffic.READS)
                        .pace())
                .isEqualTo(Quota.valueOf("5/1s"));
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
        assertThat(settings.query().url()).containsExactly(URI.create("http://q"));
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
