package dev.sluice.edge;

import static java.util.Objects.requireNonNull;

import dev.sluice.edge.exchange.Witness;
import dev.sluice.edge.routing.Router;
import dev.sluice.edge.server.Conduct;
import dev.sluice.edge.server.Door;
import dev.sluice.edge.server.EdgeServer;
import dev.sluice.edge.server.Listening;
import dev.sluice.edge.settings.EdgeSettings;
import dev.sluice.edge.settings.TlsSettings;
import dev.sluice.edge.tls.Certificates;
import dev.sluice.edge.transport.Transport;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetSocketAddress;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The same server once more, for TLS, where there is a certificate. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("sluice.edge.tls.certificate")
class Securing {
    @Bean
    Certificates certificates(TlsSettings tls) {
        return new Certificates(requireNonNull(tls.certificate()), requireNonNull(tls.key()), tls.look());
    }

    @Bean
    EdgeServer secure(
            Transport transport,
            Router router,
            Conduct conduct,
            Certificates certificates,
            EdgeSettings settings,
            TlsSettings tls,
            Clock clock,
            Door door,
            Witness witness,
            MeterRegistry meters) {
        Listening listening = new Listening(
                "The edge",
                new InetSocketAddress(settings.host(), tls.port()),
                "SLUICE_EDGE_TLS_PORT",
                settings.connections().drain());
        EdgeServer server = new EdgeServer(transport, router, conduct, clock, listening, door, witness, certificates);
        Gauge.builder("sluice.edge.connections.tls", server, EdgeServer::open).register(meters);
        return server;
    }
}
