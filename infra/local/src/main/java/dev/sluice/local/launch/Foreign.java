package dev.sluice.local.launch;

import dev.sluice.local.address.Addresses;
import dev.sluice.local.address.Context;
import dev.sluice.local.address.Slot;
import dev.sluice.local.mysql.Access;
import dev.sluice.local.process.HttpCheck;
import dev.sluice.local.redis.RedisCheck;
import java.io.IOException;
import java.net.URI;

/** A first look at servers that the environment names, so that a wrong address is said before anything waits for it. */
final class Foreign {

    private Foreign() {}

    static void reach(Slot slot, Addresses addresses) throws IOException, InterruptedException {
        switch (slot) {
            case MYSQL -> mysql(addresses);
            case REDIS -> RedisCheck.reach(URI.create(addresses.redis()));
            case CONNECT -> http("SLUICE_CONNECT_URL", addresses.connect());
            case ELASTICSEARCH -> http("SLUICE_ELASTICSEARCH_URL", addresses.elasticsearch());
            case ISSUER -> http("SLUICE_ISSUER_URL", addresses.issuer() + "/.well-known/openid-configuration");
            // The creation of topics comes next and says the same.
            case KAFKA -> {}
            case KAFKA_CONTROLLER,
                    ELASTICSEARCH_TRANSPORT,
                    EDGE,
                    QUERY,
                    COMMAND,
                    COMMAND_ORDERING,
                    COMMAND_STOCK,
                    COMMAND_PAYMENT,
                    COMMAND_PROMOTION,
                    COMMAND_CATALOG,
                    COMMAND_CUSTOMER,
                    PROJECTOR,
                    EDGE_TLS,
                    EDGE_MANAGEMENT -> throw new IllegalArgumentException(slot + " is always ours");
        }
    }

    private static void mysql(Addresses addresses) throws IOException {
        for (Context context : Context.values()) {
            if (addresses.mysql(context).equals(addresses.mysql())) {
                Access.check(context, addresses);
            }
        }
    }

    private static void http(String variable, String url) throws IOException, InterruptedException {
        try {
            new HttpCheck().get(url);
        } catch (IOException e) {
            throw new IOException(variable + " is of no use: " + url + ": " + e.getMessage(), e);
        }
    }
}
