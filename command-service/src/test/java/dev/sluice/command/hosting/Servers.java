package dev.sluice.command.hosting;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The real servers that run beside the tests. */
final class Servers {

    static final String MYSQL = env("SLUICE_MYSQL_URL", "jdbc:mysql://127.0.0.1:23306");
    static final String PASSWORD = env("SLUICE_MYSQL_PASSWORD", "sluice");
    static final String KAFKA = env("SLUICE_KAFKA_BOOTSTRAP", "127.0.0.1:29092");
    static final String USER = "sluice_test";

    private Servers() {}

    private static String env(String name, String other) {
        return System.getenv().getOrDefault(name, other);
    }

    static Link linkToMySql() {
        URI address = URI.create(MYSQL.substring("jdbc:".length()));
        return new Link(address.getHost(), address.getPort());
    }

    static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                MYSQL + "/?sslMode=DISABLED&allowPublicKeyRetrieval=true&rewriteBatchedStatements=true",
                USER,
                PASSWORD);
    }

    static void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of each row. */
    static List<String> query(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    static void createTopics(String... names) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", KAFKA))) {
            admin.createTopics(List.of(names).stream()
                            .map(name -> new NewTopic(name, 4, (short) 1))
                            .toList())
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    static void deleteTopics(String... names) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", KAFKA))) {
            admin.deleteTopics(List.of(names)).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    static KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                // Topics are young here: with more requests in flight their first batches may overtake each other
                // (KAFKA-15591).
                Map.of("bootstrap.servers", KAFKA, "acks", "all", "max.in.flight.requests.per.connection", 1),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
