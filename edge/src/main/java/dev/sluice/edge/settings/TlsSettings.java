package dev.sluice.edge.settings;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A second port, where everything goes by TLS. Without a certificate there is none.
 *
 * @param certificate a PEM file: the server's certificate and those between it and its root
 * @param key a PEM file: the certificate's private key, PKCS #8, without a password
 * @param port 0 for any free one
 * @param look how often to see whether the files have changed; new connections then get the new certificate
 */
@ConfigurationProperties("sluice.edge.tls")
public record TlsSettings(
        @Nullable Path certificate,
        @Nullable Path key,
        @DefaultValue("8443") int port,
        @DefaultValue("5s") Duration look) {
    public TlsSettings {
        Bounds.within("sluice.edge.tls.port", port, 0, 65_535);
        Bounds.within("sluice.edge.tls.look", look, Duration.ofMillis(100), Duration.ofHours(1));
        if ((certificate == null) != (key == null)) {
            throw new IllegalArgumentException(
                    "sluice.edge.tls.certificate and sluice.edge.tls.key go together: set both or none");
        }
    }
}
