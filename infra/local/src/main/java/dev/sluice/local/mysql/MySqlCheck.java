package dev.sluice.local.mysql;

import com.mysql.cj.jdbc.Driver;
import dev.sluice.local.address.Addresses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Asks for {@code @@server_uuid} over one connection that it keeps, and compares it with our data directory's. */
final class MySqlCheck {

    private final Addresses addresses;
    private final Path data;
    private @Nullable Connection connection;

    MySqlCheck(Addresses addresses, Path data) {
        this.addresses = addresses;
        this.data = data;
    }

    void run() throws IOException {
        try {
            if (connection == null) {
                connection = connect();
            }
            compare(serverUuid(connection));
        } catch (SQLException e) {
            close();
            throw new IOException(e.getMessage(), e);
        }
    }

    private static String serverUuid(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select @@server_uuid")) {
            result.next();
            return result.getString(1);
        }
    }

    private void compare(String uuid) throws IOException {
        if (!Files.readString(data.resolve("auto.cnf")).contains(uuid)) {
            close();
            throw new IOException("another MySQL server answers on its port");
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.putAll(java.util.Map.of(
                "user", Schemas.TEST,
                "password", addresses.mysqlPassword(),
                "sslMode", "DISABLED",
                "allowPublicKeyRetrieval", "true",
                "connectTimeout", "3000",
                "socketTimeout", "5000"));
        Connection connected = new Driver().connect(addresses.mysql() + "/", properties);
        if (connected == null) {
            throw new SQLException(addresses.mysql() + " is no JDBC URL of MySQL");
        }
        return connected;
    }

    private void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // It is of no use any more, whatever closing it says.
        } finally {
            connection = null;
        }
    }
}
