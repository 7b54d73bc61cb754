package dev.sluice.local.mysql;

import dev.sluice.local.address.Addresses;
import dev.sluice.local.address.Context;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** Whether servers that are not ours have what contexts need. */
public final class Access {

    private Access() {}

    /** Throws where the context's user cannot connect to its schema. */
    public static void check(Context context, Addresses addresses) throws IOException {
        try (Connection connection = Login.as(context, addresses)) {
            connection.isValid(3);
        } catch (SQLException e) {
            String url = addresses.mysql(context);
            String variable = url.equals(addresses.mysql()) ? "SLUICE_MYSQL_URL" : context.mysqlVariable();
            throw new IOException(
                    variable + "=" + url + " is of no use to " + context.text() + ": " + e.getMessage()
                            + ". Sluice needs the schemas and users that infra/local makes in its own server (see"
                            + " infra/RATIONALE.md), with the password of SLUICE_MYSQL_PASSWORD.",
                    e);
        }
    }
}
