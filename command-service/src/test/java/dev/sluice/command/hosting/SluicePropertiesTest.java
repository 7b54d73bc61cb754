package dev.sluice.command.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.command.price.RowFeed.RowTopics;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                        new Contexts(EnumSet.allOf(ContextName.class)),
                        new SluiceProperties.Mysql(
                                "jdbc:mysql://127.0.0.1:23306",
                                Map.of(),
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
                                600_000,
                                Duration.ofHours(1),
                                Duration.ofDays(15))));
    }

    @Test
    void hostedContextsAreAChoice() {
        assertThat(bind(Map.of("sluice.contexts", "stock, payment")).contexts().names())
                .containsExactlyInAnyOrder(ContextName.STOCK, ContextName.PAYMENT);
    }

    @Test
    void aContextMayHaveAServerOfItsOwn() {
        SluiceProperties.Mysql mysql = bind(Map.of("sluice.mysql.urls.stock", "jdbc:mysql://stock-db:3306"))
                .mysql();
        assertThat(mysql.urlOf("stock")).isEqualTo("jdbc:mysql://stock-db:3306");
        assertThat(mysql.urlOf("payment")).isEqualTo("jdbc:mysql://127.0.0.1:23306");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sluice.contexts          | stock,stok  | names no context by \"stok\": choose from ordering, stock,",
                "sluice.contexts          | ''          | names no context by \"\": choose from ordering, stock,",
                "sluice.contexts          | stock,stock | SLUICE_CONTEXTS names stock twice: name each context once",
                "sluice.mysql.urls.stok   | jdbc:mysql://a:1 | SLUICE_MYSQL_URLS names no context by \"stok\": choose",
            })
    void aMistakeInNamesIsOneLineThatSaysTheMend(String setting, String value, String line) {
        assertThatThrownBy(() -> bind(Map.of(setting, value)))
                .satisfies(failure -> assertThat(new MistakeAnalyzer().analyze(failure))
                        .isNotNull()
                        .satisfies(analysis ->
                                assertThat(analysis.getDescription()).contains(line))
                        .satisfies(analysis -> assertThat(analysis.getAction()).isNull()));
    }

    @Test
    void aContextIsNamedTheSameEverywhere() {
        assertThat(Names.of(ContextName.STOCK))
                .isEqualTo(new Names(
                        "sluice_stock",
                        "sluice_stock",
                        "commands.stock",
                        "sluice-stock",
                        new RowTopics("cdc.catalog.products", "cdc.promotion.coupons", "cdc.promotion.campaigns")));
    }
}
