package dev.sluice.edge;

import dev.sluice.control.Control;
import dev.sluice.edge.identity.Guard;
import dev.sluice.edge.identity.IssuerKeys;
import dev.sluice.edge.identity.TokenVerifier;
import dev.sluice.edge.identity.Tokens;
import dev.sluice.edge.log.CommandLog;
import dev.sluice.edge.log.ViewListener;
import dev.sluice.edge.log.ViewTail;
import dev.sluice.edge.outcome.Arrivals;
import dev.sluice.edge.outcome.Outcomes;
import dev.sluice.edge.products.ExistingSkus;
import dev.sluice.edge.products.Products;
import dev.sluice.edge.projections.Projections;
import dev.sluice.edge.query.QueryService;
import dev.sluice.edge.redis.Redis;
import dev.sluice.edge.settings.EdgeSettings;
import dev.sluice.edge.settings.Settings;
import dev.sluice.edge.switches.CommitCaps;
import dev.sluice.edge.switches.Switches;
import dev.sluice.edge.transport.Transport;
import dev.sluice.edge.versions.VersionTokens;
import dev.sluice.schemas.control.CommitCap;
import dev.sluice.schemas.view.Projection;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Kafka, Redis, the issuer of tokens and query-service. None of them is asked anything before the edge starts. */
@Configuration(proxyBeanMethods = false)
class Neighbours {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Transport transport(EdgeSettings settings) {
        return new Transport(settings.loops());
    }

    @Bean
    Redis redis(Transport transport, Settings settings) {
        return new Redis(transport, settings.redis().address(), settings.redis().patience());
    }

    @Bean
    CommandLog commandLog(Settings settings) {
        Settings.Kafka kafka = settings.kafka();
        return new CommandLog(kafka.bootstrap(), kafka.linger(), kafka.deliveryTime());
    }

    @Bean
    ViewTail viewTail(
            Settings settings,
            Control control,
            Clock clock,
            @Qualifier("orders") Outcomes orders,
            @Qualifier("operations") Outcomes operations,
            Products products,
            ExistingSkus skus,
            EdgeSettings edge,
            Arrivals pages) {
        return new ViewTail(
                settings.kafka().bootstrap(),
                control.generations(),
                Map.of(
                        Projection.ORDER_STATUS, orders.listener(),
                        Projection.OPERATIONS, operations.listener(),
                        Projection.PRODUCT_PAGE,
                                ViewListener.all(
                                        edge.products().filtered()
                                                ? List.of(skus, pages.listener(), products)
                                                : List.of(pages.listener(), products))),
                clock);
    }

    @Bean
    Tokens tokens(Settings settings, Clock clock) {
        Settings.Issuer issuer = settings.issuer();
        return new Tokens(
                new TokenVerifier(issuer.url(), new IssuerKeys(issuer.url(), issuer.patience()), clock), clock);
    }

    @Bean
    Guard guard(Tokens tokens) {
        return new Guard(tokens);
    }

    @Bean
    QueryService queryService(Settings settings, VersionTokens tokens) {
        Settings.Query query = settings.query();
        return new QueryService(query.url(), tokens, query.patience(), query.atATime(), query.exportsAtATime());
    }

    @Bean
    Projections projections(Settings settings) {
        return new Projections(settings.projector().url(), settings.projector().patience());
    }

    @Bean(initMethod = "start")
    Control control(Settings settings, Switches switches, CommitCaps caps) {
        return new Control(settings.kafka().bootstrap(), (key, offset, document) -> {
            if (CommitCap.isKey(key)) {
                caps.seen(document);
            } else {
                switches.seen(key, offset, document);
            }
        });
    }
}
