package dev.sluice.local.mysql;

import dev.sluice.local.address.Addresses;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Looks at catalog's table, as catalog's own user, whoever runs the server. */
public final class Products {

    private static final String CATALOG = "sluice_catalog";

    private Products() {}

    /** Whether the shop sells nothing yet. */
    public static boolean none(Addresses addresses) throws IOException {
        try (Connection connection = Login.as(CATALOG, CATALOG, addresses);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select 1 from products limit 1")) {
            return !result.next();
        } catch (SQLException e) {
            throw new IOException("catalog's products cannot be read: " + e.getMessage(), e);
        }
    }

    /** Throws where catalog's user cannot connect. */
    public static void reach(Addresses addresses) throws IOException {
        try (Connection connection = Login.as(CATALOG, CATALOG, addresses)) {
            connection.isValid(3);
        } catch (SQLException e) {
            throw new IOException(
                    "SLUICE_MYSQL_URL=" + addresses.mysql() + " is of no use: " + e.getMessage()
                            + ". Sluice needs the schemas and users that infra/local makes in its own server (see"
                            + " infra/RATIONALE.md), with the password of SLUICE_MYSQL_PASSWORD.",
                    e);
        }
    }
}
