package dev.sluice.local.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.local.address.Addresses;
import dev.sluice.local.address.Slot;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConnectorsTest {
    private static final String STOCK = "SLUICE_MYSQL_URLS_STOCK";
    private static final String PAYMENT = "SLUICE_MYSQL_URLS_PAYMENT";

    @Test
    void oneServerHasOneConnector() throws IOException {
        List<ConnectorConfiguration> all = configurations(Map.of());

        assertThat(all).extracting(ConnectorConfiguration::name).containsExactly("sluice");
        assertThat(all.getFirst().settings())
                .containsEntry(
                        "database.include.list",
                        "sluice_ordering,sluice_stock,sluice_payment,sluice_promotion,sluice_catalog,sluice_customer")
                .containsEntry("database.port", "23306")
                .containsEntry("topic.prefix", "sluice")
                .containsEntry("schema.history.internal.kafka.topic", "sluice.schema-history");
    }

    @Test
    void eachFurtherServerHasOneOfItsOwn() throws IOException {
        String url = "jdbc:mysql://db-2.example:3307";
        List<ConnectorConfiguration> all = configurations(Map.of(STOCK, url, PAYMENT, url));

        assertThat(all).extracting(ConnectorConfiguration::name).containsExactly("sluice", "sluice-db-2-example-3307");
        assertThat(all)
                .extracting(one -> one.settings().get("database.include.list"))
                .containsExactly(
                        "sluice_ordering,sluice_promotion,sluice_catalog,sluice_customer",
                        "sluice_stock,sluice_payment");
        for (String own : List.of("database.server.id", "topic.prefix", "schema.history.internal.kafka.topic")) {
            assertThat(all)
                    .extracting(one -> one.settings().get(own))
                    .as(own)
                    .doesNotContainNull()
                    .doesNotHaveDuplicates();
        }
        assertThat(all.getLast().settings())
                .containsEntry("database.hostname", "db-2.example")
                .containsEntry("database.port", "3307");
    }

    @Test
    void tablesAreRoutedTheSameWhicheverServerTheyAreOn() throws IOException {
        for (ConnectorConfiguration one : configurations(Map.of("SLUICE_MYSQL_URLS_CATALOG", "jdbc:mysql://db:1"))) {
            Map<String, String> settings = one.settings();
            String products = settings.get("topic.prefix") + ".sluice_catalog.products";

            assertThat(products).matches(settings.get("predicates.isTable.pattern"));
            assertThat(Pattern.compile(settings.get("transforms.tableTopic.regex"))
                            .matcher(products)
                            .replaceAll(settings.get("transforms.tableTopic.replacement")))
                    .isEqualTo("cdc.catalog.products");
        }
    }

    @Test
    void whatIsNoAddressIsSaid() {
        assertThatThrownBy(() -> configurations(Map.of(STOCK, "stock-db")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("stock-db is not of the form jdbc:mysql://host:port");
    }

    private static List<ConnectorConfiguration> configurations(Map<String, String> environment) throws IOException {
        Map<Slot, Integer> ports = Arrays.stream(Slot.values()).collect(Collectors.toMap(slot -> slot, Slot::usual));
        return Connectors.configurations(new Addresses(environment, ports));
    }
}
