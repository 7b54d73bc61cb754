package dev.sluice.local.mysql;

import com.mysql.cj.jdbc.Driver;
import dev.sluice.local.address.Addresses;
import dev.sluice.local.address.Context;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/** Connections that give up within seconds. */
final class Login {

    private Login() {}

    /** As the owner of the context's schema, where that is. */
    static Connection as(Context context, Addresses addresses) throws SQLException {
        return as(context.schema(), addresses.mysql(context) + "/" + context.schema(), addresses.mysqlPassword());
    }

    /** Into the common server. */
    static Connection as(String user, Addresses addresses) throws SQLException {
        return as(user, addresses.mysql() + "/", addresses.mysqlPassword());
    }

    private static Connection as(String user, String url, String password) throws SQLException {
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "user", user,
                "password", password,
                "sslMode", "PREFERRED",
                "allowPublicKeyRetrieval", "true",
                "connectTimeout", "3000",
                "socketTimeout", "5000"));
        Connection connected = new Driver().connect(url, properties);
        if (connected == null) {
            throw new SQLException(url + " does not begin with the form jdbc:mysql://host:port");
        }
        return connected;
    }
}
