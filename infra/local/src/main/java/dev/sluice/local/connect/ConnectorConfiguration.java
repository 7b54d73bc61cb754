package dev.sluice.local.connect;

import dev.sluice.local.address.Addresses;
import dev.sluice.local.mysql.Schemas;
import dev.sluice.schemas.message.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;

/** The one connector: {@code connector.json} holds its routing, this adds where MySQL and Kafka are. */
final class ConnectorConfiguration {

    private ConnectorConfiguration() {}

    static Map<String, String> of(Addresses addresses) throws IOException {
        URI mysql = mysql(addresses.mysql());
        Map<String, String> configuration = new TreeMap<>(routing());
        configuration.put("database.hostname", mysql.getHost());
        configuration.put("database.port", Integer.toString(mysql.getPort() < 0 ? 3306 : mysql.getPort()));
        configuration.put("database.user", Schemas.DEBEZIUM);
        configuration.put("database.password", addresses.mysqlPassword());
        configuration.put("schema.history.internal.kafka.bootstrap.servers", addresses.kafka());
        return configuration;
    }

    private static URI mysql(String jdbc) throws IOException {
        String prefix = "jdbc:";
        URI uri = jdbc.startsWith(prefix) ? URI.create(jdbc.substring(prefix.length())) : URI.create("");
        if (uri.getHost() == null) {
            throw new IOException("SLUICE_MYSQL_URL=" + jdbc + " is not of the form jdbc:mysql://host:port");
        }
        return uri;
    }

    private static Map<String, String> routing() throws IOException {
        try (InputStream file = ConnectorConfiguration.class.getResourceAsStream("connector.json")) {
            return Json.MAPPER.readValue(Objects.requireNonNull(file), new TypeReference<Map<String, String>>() {});
        }
    }
}
