package dev.sluice.edge;

import static dev.sluice.edge.routing.Route.get;

import dev.sluice.edge.exchange.Witness;
import dev.sluice.edge.health.Health;
import dev.sluice.edge.observe.AccessLog;
import dev.sluice.edge.observe.LogFile;
import dev.sluice.edge.observe.RequestMeters;
import dev.sluice.edge.observe.Scrape;
import dev.sluice.edge.routing.Router;
import dev.sluice.edge.server.Conduct;
import dev.sluice.edge.server.Door;
import dev.sluice.edge.server.EdgeServer;
import dev.sluice.edge.server.Listening;
import dev.sluice.edge.settings.ManagementSettings;
import dev.sluice.edge.settings.Settings;
import dev.sluice.edge.transport.Transport;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What operators see, on an address of its own. */
@Configuration(proxyBeanMethods = false)
class Observing {
    @Bean
    PrometheusMeterRegistry meters() {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(meters);
        new JvmThreadMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
        return meters;
    }

    @Bean
    JvmGcMetrics collections(PrometheusMeterRegistry meters) {
        JvmGcMetrics collections = new JvmGcMetrics();
        collections.bindTo(meters);
        return collections;
    }

    @Bean
    RequestMeters requestMeters(PrometheusMeterRegistry meters) {
        return new RequestMeters(meters);
    }

    @Bean
    AccessLog accessLog(ManagementSettings management, Settings settings, Clock clock, PrometheusMeterRegistry meters) {
        ManagementSettings.AccessLog log = management.accessLog();
        LogFile file = new LogFile(log.file(settings.home()), log.largest().toBytes(), log.aside());
        return new AccessLog(file, log.room(), clock, meters);
    }

    @Bean
    Witness witness(RequestMeters meters, AccessLog log, ManagementSettings settings) {
        return settings.accessLog().enabled() ? Witness.all(List.of(meters, log)) : meters;
    }

    @Bean
    EdgeServer management(
            Transport transport,
            Health health,
            PrometheusMeterRegistry meters,
            Conduct conduct,
            Clock clock,
            ManagementSettings settings) {
        Router router = new Router(List.of(
                get("/metrics", new Scrape(meters)::handle),
                get("/health/live", health::live),
                get("/health/ready", health::ready)));
        Listening listening = new Listening(
                "The management of the edge",
                new InetSocketAddress(settings.host(), settings.port()),
                "SLUICE_EDGE_MANAGEMENT_PORT",
                Duration.ZERO);
        return new EdgeServer(transport, router, conduct, clock, listening, Door.OPEN, _ -> {}, null);
    }
}
