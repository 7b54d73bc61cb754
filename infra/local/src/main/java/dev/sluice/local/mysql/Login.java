package dev.sluice.local.mysql;

import com.mysql.cj.jdbc.Driver;
import dev.sluice.local.address.Addresses;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/** Connections that give up within seconds. */
final class Login {

    private Login() {}

    static Connection as(String user, String schema, Addresses addresses) throws SQLException {
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "user", user,
                "password", addresses.mysqlPassword(),
                "sslMode", "PREFERRED",
                "allowPublicKeyRetrieval", "true",
                "connectTimeout", "3000",
                "socketTimeout", "5000"));
        Connection connected = new Driver().connect(addresses.mysql() + "/" + schema, properties);
        if (connected == null) {
            throw new SQLException(
                    "SLUICE_MYSQL_URL=" + addresses.mysql() + " is not of the form jdbc:mysql://host:port");
        }
        return connected;
    }
}
