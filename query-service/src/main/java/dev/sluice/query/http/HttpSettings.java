package dev.sluice.query.http;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param port on the loopback interface, where the edge finds the service; 0 for any free one */
@ConfigurationProperties("sluice.query")
record HttpSettings(@DefaultValue("8081") int port) {
    private static final int HIGHEST = 65_535;

    HttpSettings {
        if (port < 0 || port > HIGHEST) {
            throw new IllegalArgumentException("SLUICE_QUERY_PORT must be from 0 to " + HIGHEST + ", not " + port);
        }
    }
}
