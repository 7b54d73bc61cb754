package dev.sluice.edge;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.sluice.edge.document.Documents;
import dev.sluice.edge.health.Health;
import dev.sluice.edge.health.Home;
import dev.sluice.edge.log.CommandLog;
import dev.sluice.edge.log.ViewTail;
import dev.sluice.edge.operations.ReadOperation;
import dev.sluice.edge.orders.OrderEvents;
import dev.sluice.edge.orders.ReadOrder;
import dev.sluice.edge.outcome.Farewell;
import dev.sluice.edge.outcome.Outcomes;
import dev.sluice.edge.products.Products;
import dev.sluice.edge.products.ReadProduct;
import dev.sluice.edge.query.QueryService;
import dev.sluice.edge.query.Searches;
import dev.sluice.edge.redis.Redis;
import dev.sluice.edge.routing.Router;
import dev.sluice.edge.server.Conduct;
import dev.sluice.edge.server.EdgeServer;
import dev.sluice.edge.settings.EdgeSettings;
import dev.sluice.edge.settings.WafSettings;
import dev.sluice.edge.transport.Transport;
import dev.sluice.edge.waf.Loading;
import dev.sluice.edge.waf.Waf;
import dev.sluice.schemas.view.Projection;
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
    Products products(Redis redis, EdgeSettings settings) {
        EdgeSettings.Products products = settings.products();
        return new Products(
                new Documents(redis, Projection.PRODUCT_PAGE),
                products.fresh(),
                products.most(),
                Ticker.systemTicker());
    }

    @Bean
    ReadProduct readProduct(Products products, EdgeSettings settings) {
        return new ReadProduct(products, settings.products().fresh());
    }

    @Bean
    ReadOrder readOrder(@Qualifier("orders") Outcomes orders) {
        return new ReadOrder(orders);
    }

    @Bean
    OrderEvents orderEvents(ReadOrder reading, @Qualifier("orders") Outcomes orders, EdgeSettings settings) {
        EdgeSettings.Events events = settings.events();
        return new OrderEvents(reading, orders, events.heartbeat(), events.longest());
    }

    @Bean
    ReadOperation readOperation(@Qualifier("operations") Outcomes operations, ReadOrder orders) {
        return new ReadOperation(operations, orders);
    }

    @Bean
    Searches searches(QueryService service) {
        return new Searches(service);
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
    Waf waf(WafSettings settings) {
        return new Waf(settings, Loading.rules(settings));
    }

    @Bean
    EdgeServer server(Transport transport, Router router, EdgeSettings settings, Clock clock) {
        EdgeSettings.Connections connections = settings.connections();
        Conduct conduct = new Conduct(
                (int) connections.requestLine().toBytes(),
                (int) connections.headers().toBytes(),
                connections.idle(),
                connections.bodyTime(),
                connections.stalled(),
                connections.linger());
        return new EdgeServer(
                transport,
                router,
                conduct,
                clock,
                new InetSocketAddress(settings.host(), settings.port()),
                connections.drain());
    }

    @Bean
    Farewell farewell(List<Outcomes> outcomes) {
        return new Farewell(outcomes);
    }
}
