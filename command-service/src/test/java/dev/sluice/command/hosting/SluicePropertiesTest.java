package dev.sluice.command.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SluicePropertiesTest {

    private static SluiceProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("sluice", SluiceProperties.class);
    }

    @Test
    void everythingHasADefault() {
        assertThat(bind(Map.of()))
                .isEqualTo(new SluiceProperties(
                        EnumSet.allOf(ContextName.class),
                        new SluiceProperties.Mysql(
                                "jdbc:mysql://127.0.0.1:23306",
                                "sluice",
                                "DISABLED",
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(6)),
                        new SluiceProperties.Kafka("127.0.0.1:29092"),
                        new SluiceProperties.Command(
                                8082,
                                1500,
                                0,
                                Duration.ofMillis(10),
                                Duration.ofSeconds(30),
                                200_000,
                                Duration.ofHours(1),
                                Duration.ofDays(15))));
    }

    @Test
    void hostedContextsAreAChoice() {
        assertThat(bind(Map.of("sluice.contexts", "stock,payment")).contexts())
                .containsExactlyInAnyOrder(ContextName.STOCK, ContextName.PAYMENT);
    }

    @Test
    void aContextIsNamedTheSameEverywhere() {
        assertThat(Names.of(ContextName.STOCK))
                .isEqualTo(new Names(
                        "sluice_stock",
                        "sluice_stock",
                        "commands.stock",
                        "sluice-stock",
                        "cdc.catalog.products",
                        "cdc.promotion.coupons"));
    }
}
