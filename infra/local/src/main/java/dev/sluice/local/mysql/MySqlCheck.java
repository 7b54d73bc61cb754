package dev.sluice.local.mysql;

import dev.sluice.local.address.Addresses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
                connection = Login.as(Schemas.TEST, addresses);
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
