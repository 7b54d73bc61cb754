package dev.sluice.edge;

import dev.sluice.control.Control;
import dev.sluice.edge.acceptance.Acceptance;
import dev.sluice.edge.acceptance.AcceptedAnswer;
import dev.sluice.edge.acceptance.DerivedIds;
import dev.sluice.edge.acceptance.IdSecret;
import dev.sluice.edge.cancellation.CancelOrder;
import dev.sluice.edge.deadletters.KnownLetters;
import dev.sluice.edge.deadletters.SettleLetter;
import dev.sluice.edge.document.Announced;
import dev.sluice.edge.document.Documents;
import dev.sluice.edge.doubts.SettleDoubt;
import dev.sluice.edge.grabs.Grabs;
import dev.sluice.edge.json.Bodies;
import dev.sluice.edge.log.CommandLog;
import dev.sluice.edge.operations.Operations;
import dev.sluice.edge.operations.Put;
import dev.sluice.edge.operations.ReadOperation;
import dev.sluice.edge.orders.KnownProducts;
import dev.sluice.edge.orders.PlaceOrder;
import dev.sluice.edge.orders.ReadOrder;
import dev.sluice.edge.outcome.Markers;
import dev.sluice.edge.outcome.Outcomes;
import dev.sluice.edge.redis.Redis;
import dev.sluice.edge.settings.EdgeSettings;
import dev.sluice.edge.settings.Settings;
import dev.sluice.edge.versions.VersionTokens;
import dev.sluice.schemas.view.Projection;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What takes writes and knows what has become of them. */
@Configuration(proxyBeanMethods = false)
class Writing {

    @Bean
    Bodies bodies() {
        return new Bodies();
    }

    @Bean
    DerivedIds derivedIds(Settings settings, EdgeSettings edge) {
        return new DerivedIds(() -> IdSecret.of(edge.idSecret(), settings.home()));
    }

    @Bean
    VersionTokens versionTokens(Settings settings, EdgeSettings edge) {
        return new VersionTokens(() -> IdSecret.of(edge.idSecret(), settings.home()));
    }

    @Bean
    Markers markers(Redis redis, EdgeSettings settings) {
        return new Markers(redis, settings.writes().lease(), settings.writes().remembered());
    }

    @Bean
    KnownProducts knownProducts(Redis redis, Control control) {
        return new KnownProducts(redis, control.generations());
    }

    @Bean
    Outcomes orders(Redis redis, Control control, Markers markers) {
        return new Outcomes(documents(redis, Projection.ORDER_STATUS, control), markers, ReadOrder::isFinal);
    }

    @Bean
    Outcomes operations(Redis redis, Control control, Markers markers) {
        return new Outcomes(documents(redis, Projection.OPERATIONS, control), markers, ReadOperation::isFinal);
    }

    @Bean
    PlaceOrder placeOrder(
            Bodies bodies,
            DerivedIds ids,
            KnownProducts products,
            CommandLog log,
            @Qualifier("orders") Outcomes orders,
            VersionTokens tokens,
            EdgeSettings settings,
            Clock clock) {
        AcceptedAnswer answer =
                new AcceptedAnswer(orders, tokens, settings.writes().longestWait());
        return new PlaceOrder(bodies, ids, products, new Acceptance(log, orders), answer, clock);
    }

    @Bean
    Operations operating(
            DerivedIds ids,
            CommandLog log,
            @Qualifier("operations") Outcomes operations,
            VersionTokens tokens,
            EdgeSettings settings,
            Clock clock) {
        AcceptedAnswer answer =
                new AcceptedAnswer(operations, tokens, settings.writes().longestWait());
        return new Operations(ids, new Acceptance(log, operations), answer, clock);
    }

    @Bean
    CancelOrder cancelOrder(Bodies bodies, ReadOrder orders, Operations operating) {
        return new CancelOrder(bodies, orders, operating);
    }

    @Bean
    SettleDoubt settleDoubt(Bodies bodies, ReadOrder orders, Operations operating) {
        return new SettleDoubt(bodies, orders, operating);
    }

    @Bean
    SettleLetter settleLetter(Bodies bodies, Redis redis, Control control, Operations operating) {
        KnownLetters letters = new KnownLetters(documents(redis, Projection.DEAD_LETTERS, control));
        return new SettleLetter(bodies, letters, operating);
    }

    @Bean
    Announced announced(Redis redis) {
        return new Announced(redis);
    }

    @Bean
    Grabs grabs(
            Operations operating,
            @Qualifier("operations") Outcomes operations,
            Redis redis,
            Control control,
            Clock clock) {
        return new Grabs(operating, operations, redis, control.generations(), clock);
    }

    @Bean
    Put put(Bodies bodies, Operations operating) {
        return new Put(bodies, operating);
    }

    private static Documents documents(Redis redis, Projection projection, Control control) {
        return new Documents(redis, projection, control.generations());
    }
}
