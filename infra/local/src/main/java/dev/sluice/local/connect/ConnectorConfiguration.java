package dev.sluice.local.connect;

import dev.sluice.local.address.Addresses;
import dev.sluice.local.address.Context;
import dev.sluice.local.mysql.Schemas;
import dev.sluice.schemas.message.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;

/**
 * {@code connector.json} holds the routing, this adds what to capture, and where MySQL and Kafka are. The common server's
 * connector is called sluice; another server's is called by its address, too, as are the offsets and the history of its own.
 */
record ConnectorConfiguration(String name, Map<String, String> settings) {

    private static final String COMMON = "sluice";
    /** A replica of a server needs a number that none of its others has. */
    private static final int COMMON_ID = 184_055;

    private static final int IDS = 1_000_000;

    /** @param contexts whose schemas that server holds */
    static ConnectorConfiguration of(String server, List<Context> contexts, Addresses addresses) throws IOException {
        URI mysql = mysql(server);
        String name = server.equals(addresses.mysql()) ? COMMON : nameOf(mysql);
        Map<String, String> configuration = new TreeMap<>(routing());
        configuration.put("topic.prefix", name);
        configuration.put("schema.history.internal.kafka.topic", name + ".schema-history");
        configuration.put("database.server.id", Integer.toString(name.equals(COMMON) ? COMMON_ID : idOf(name)));
        configuration.put(
                "database.include.list", contexts.stream().map(Context::schema).collect(Collectors.joining(",")));
        configuration.put("database.hostname", mysql.getHost());
        configuration.put("database.port", Integer.toString(port(mysql)));
        configuration.put("database.user", Schemas.DEBEZIUM);
        configuration.put("database.password", addresses.mysqlPassword());
        configuration.put("schema.history.internal.kafka.bootstrap.servers", addresses.kafka());
        return new ConnectorConfiguration(name, configuration);
    }

    /** Whether a connector of that name can only be one of ours. */
    static boolean isOurs(String name) {
        return name.equals(COMMON) || name.startsWith(COMMON + "-");
    }

    private static String nameOf(URI mysql) {
        return COMMON + "-" + (mysql.getHost() + "-" + port(mysql)).replaceAll("[^A-Za-z0-9]+", "-");
    }

    private static int idOf(String name) {
        return COMMON_ID + 1 + Math.floorMod(name.hashCode(), IDS);
    }

    private static int port(URI mysql) {
        return mysql.getPort() < 0 ? 3306 : mysql.getPort();
    }

    private static URI mysql(String jdbc) throws IOException {
        String prefix = "jdbc:";
        URI uri = jdbc.startsWith(prefix) ? URI.create(jdbc.substring(prefix.length())) : URI.create("");
        if (uri.getHost() == null) {
            throw new IOException(jdbc + " is not of the form jdbc:mysql://host:port");
        }
        return uri;
    }

    private static Map<String, String> routing() throws IOException {
        try (InputStream file = ConnectorConfiguration.class.getResourceAsStream("connector.json")) {
            return Json.MAPPER.readValue(Objects.requireNonNull(file), new TypeReference<Map<String, String>>() {});
        }
    }
}
