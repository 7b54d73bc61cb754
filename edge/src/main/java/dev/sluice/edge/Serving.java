package dev.sluice.edge;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.sluice.control.Control;
import dev.sluice.control.LiveGenerations;
import dev.sluice.edge.audit.Audit;
import dev.sluice.edge.audit.ReadAudit;
import dev.sluice.edge.document.Documents;
import dev.sluice.edge.exchange.Witness;
import dev.sluice.edge.health.Health;
import dev.sluice.edge.health.Home;
import dev.sluice.edge.json.Bodies;
import dev.sluice.edge.log.CommandLog;
import dev.sluice.edge.log.LogReader;
import dev.sluice.edge.log.ViewTail;
import dev.sluice.edge.log.WholeView;
import dev.sluice.edge.operations.ReadOperation;
import dev.sluice.edge.orders.OrderEvents;
import dev.sluice.edge.orders.ReadOrder;
import dev.sluice.edge.outcome.Arrivals;
import dev.sluice.edge.outcome.Farewell;
import dev.sluice.edge.outcome.Outcomes;
import dev.sluice.edge.products.ExistingSkus;
import dev.sluice.edge.products.Products;
import dev.sluice.edge.products.ReadProduct;
import dev.sluice.edge.projections.SaysLag;
import dev.sluice.edge.query.QueryService;
import dev.sluice.edge.query.Searches;
import dev.sluice.edge.redis.Redis;
import dev.sluice.edge.routing.Router;
import dev.sluice.edge.server.Conduct;
import dev.sluice.edge.server.Door;
import dev.sluice.edge.server.EdgeServer;
import dev.sluice.edge.server.Listening;
import dev.sluice.edge.settings.EdgeSettings;
import dev.sluice.edge.settings.Settings;
import dev.sluice.edge.settings.WafSettings;
import dev.sluice.edge.switches.CommitCaps;
import dev.sluice.edge.switches.SetSwitch;
import dev.sluice.edge.switches.Switches;
import dev.sluice.edge.transport.Transport;
import dev.sluice.edge.versions.Patience;
import dev.sluice.edge.versions.VersionTokens;
import dev.sluice.edge.waf.Loading;
import dev.sluice.edge.waf.Waf;
import dev.sluice.schemas.view.Projection;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What answers, and the server before it. */
@Configuration(proxyBeanMethods = false)
class Serving {

    @Bean
    ExistingSkus existingSkus(Settings settings, Control control, MeterRegistry meters) {
        LiveGenerations generations = control.generations();
        ExistingSkus skus = new ExistingSkus(
                () -> generations.live(Projection.PRODUCT_PAGE),
                new WholeView(settings.kafka().bootstrap()));
        generations.onChange(skus::look);
        Gauge.builder("sluice.edge.skus.known", skus, it -> it.ready() ? 1 : 0)
                .description("1 where made-up SKUs are told without asking Redis")
                .register(meters);
        return skus;
    }

    @Bean
    Products products(Redis redis, Control control, ExistingSkus skus, EdgeSettings settings) {
        EdgeSettings.Products products = settings.products();
        return new Products(
                new Documents(redis, Projection.PRODUCT_PAGE, control.generations()),
                skus,
                products.fresh(),
                products.most(),
                Ticker.systemTicker());
    }

    @Bean
    Arrivals pages(Redis redis, Control control) {
        return new Arrivals(new Documents(redis, Projection.PRODUCT_PAGE, control.generations()));
    }

    @Bean
    Patience patience(EdgeSettings settings) {
        return new Patience(settings.versions().patience(), settings.writes().longestWait());
    }

    @Bean
    ReadProduct readProduct(
            Products products, Arrivals pages, VersionTokens tokens, Patience patience, EdgeSettings settings) {
        return new ReadProduct(
                products, pages, tokens, patience, settings.products().fresh());
    }

    @Bean
    ReadOrder readOrder(@Qualifier("orders") Outcomes orders, VersionTokens tokens, Patience patience) {
        return new ReadOrder(orders, tokens, patience);
    }

    @Bean
    OrderEvents orderEvents(
            ReadOrder reading, @Qualifier("orders") Outcomes orders, VersionTokens tokens, EdgeSettings settings) {
        EdgeSettings.Events events = settings.events();
        return new OrderEvents(reading, orders, tokens, events.heartbeat(), events.longest());
    }

    @Bean
    ReadOperation readOperation(
            @Qualifier("operations") Outcomes operations, ReadOrder orders, VersionTokens tokens, Patience patience) {
        return new ReadOperation(operations, orders, tokens, patience);
    }

    @Bean
    Searches searches(QueryService service) {
        return new Searches(service);
    }

    @Bean
    SaysLag saysLag(Control control) {
        return new SaysLag(control.lags());
    }

    @Bean
    Health health(CommandLog log, Redis redis, ViewTail tail) {
        return new Health(log, redis, tail);
    }

    @Bean
    Home home() {
        return new Home();
    }

    @Bean
    Switches switches(Clock clock) {
        return new Switches(clock);
    }

    @Bean
    SetSwitch setSwitch(Bodies bodies, Switches switches, CommandLog log, Clock clock) {
        return new SetSwitch(bodies, switches, log, clock);
    }

    @Bean
    Audit audit(CommandLog log, Clock clock) {
        return new Audit(log, clock);
    }

    @Bean
    ReadAudit readAudit(Settings settings) {
        return new ReadAudit(new LogReader(settings.kafka().bootstrap()));
    }

    @Bean
    CommitCaps commitCaps(Bodies bodies, CommandLog log, Clock clock) {
        return new CommitCaps(bodies, log, clock);
    }

    @Bean
    Waf waf(WafSettings settings, MeterRegistry meters) {
        Waf waf = new Waf(settings, Loading.rules(settings));
        FunctionCounter.builder("sluice.edge.firewall.inspected", waf, Waf::inspected)
                .description("Requests that the firewall has looked at")
                .register(meters);
        FunctionCounter.builder("sluice.edge.firewall.suspicious", waf, Waf::suspicious)
                .description("Of these, those that reached the threshold")
                .register(meters);
        return waf;
    }

    @Bean
    Conduct conduct(EdgeSettings settings) {
        EdgeSettings.Connections connections = settings.connections();
        return new Conduct(
                (int) connections.requestLine().toBytes(),
                (int) connections.headers().toBytes(),
                connections.idle(),
                connections.bodyTime(),
                connections.stalled(),
                connections.linger());
    }

    @Bean
    EdgeServer server(
            Transport transport,
            Router router,
            Conduct conduct,
            EdgeSettings settings,
            Clock clock,
            Door door,
            Witness witness,
            MeterRegistry meters) {
        Listening listening = new Listening(
                "The edge",
                new InetSocketAddress(settings.host(), settings.port()),
                "SLUICE_EDGE_PORT",
                settings.connections().drain());
        EdgeServer server = new EdgeServer(transport, router, conduct, clock, listening, door, witness, null);
        Gauge.builder("sluice.edge.connections", server, EdgeServer::open).register(meters);
        return server;
    }

    @Bean
    Farewell farewell(
            @Qualifier("orders") Outcomes orders, @Qualifier("operations") Outcomes operations, Arrivals pages) {
        return new Farewell(List.of(orders::close, operations::close, pages::close));
    }
}
