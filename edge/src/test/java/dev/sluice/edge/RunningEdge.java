package dev.sluice.edge;

import dev.sluice.edge.harness.Api;
import dev.sluice.edge.harness.Issuer;
import dev.sluice.edge.harness.Servers;
import dev.sluice.edge.outcome.Outcomes;
import dev.sluice.edge.routing.Route;
import dev.sluice.edge.routing.Router;
import dev.sluice.edge.server.EdgeServer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole edge in this JVM, on a free port, before real servers. */
final class RunningEdge implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    /** @param settings override the defaults, which are a complete Redis and an issuer that is away */
    RunningEdge(Map<String, String> settings) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("sluice.edge.port", "0");
        all.put("sluice.edge.management.port", "0");
        all.put("sluice.home", Path.of("target", "home").toAbsolutePath().toString());
        all.put("sluice.kafka.bootstrap", Servers.KAFKA);
        all.put("sluice.redis.url", Servers.completeRedis());
        all.put("sluice.issuer.url", "http://127.0.0.1:1");
        // Tests put products into Redis that no log knows.
        all.put("sluice.edge.products.filtered", "false");
        all.putAll(settings);
        context = new SpringApplicationBuilder(EdgeApplication.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .run(all.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    /** One that is ready, and believes the issuer. */
    static RunningEdge trusting(Issuer issuer) {
        RunningEdge edge = new RunningEdge(Map.of("sluice.issuer.url", issuer.url()));
        edge.awaitReady();
        return edge;
    }

    void awaitReady() {
        Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(60))
                .until(() -> api().get("/health/ready").status() == 200);
    }

    Api api() {
        return new Api(context.getBean("server", EdgeServer.class).port());
    }

    /** Where it speaks TLS. */
    int securePort() {
        return context.getBean("secure", EdgeServer.class).port();
    }

    /** What operators ask. */
    Api management() {
        return new Api(context.getBean("management", EdgeServer.class).port());
    }

    List<Route> routes() {
        return context.getBean(Router.class).routes();
    }

    /** How many orders somebody waits for. */
    int waiting() {
        return context.getBean("orders", Outcomes.class).waiting();
    }

    /** Whether it has seen that there is such a product. */
    boolean knows(String sku) {
        return context.getBean(dev.sluice.edge.products.ExistingSkus.class).mayExist(sku);
    }

    /** How many clients are connected. */
    int connections() {
        return context.getBean("server", EdgeServer.class).open();
    }

    @Override
    public void close() {
        context.close();
    }
}
