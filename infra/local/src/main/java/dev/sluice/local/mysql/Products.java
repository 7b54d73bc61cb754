package dev.sluice.local.mysql;

import dev.sluice.local.address.Addresses;
import dev.sluice.local.address.Context;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Looks at catalog's table, as catalog's own user, whoever runs the server. */
public final class Products {

    private Products() {}

    /** Whether the shop sells nothing yet. */
    public static boolean none(Addresses addresses) throws IOException {
        try (Connection connection = Login.as(Context.CATALOG, addresses);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select 1 from products limit 1")) {
            return !result.next();
        } catch (SQLException e) {
            throw new IOException("catalog's products cannot be read: " + e.getMessage(), e);
        }
    }
}
