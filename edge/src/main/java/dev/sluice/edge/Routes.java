package dev.sluice.edge;

import static dev.sluice.edge.identity.Role.ADMIN;
import static dev.sluice.edge.identity.Role.IMPORTER;
import static dev.sluice.edge.identity.Role.OPERATOR;
import static dev.sluice.edge.routing.Route.get;
import static dev.sluice.edge.routing.Route.post;
import static dev.sluice.edge.routing.Route.put;
import static dev.sluice.edge.routing.Traffic.GRABS;
import static dev.sluice.edge.routing.Traffic.ORDERS;
import static dev.sluice.edge.routing.Traffic.PAGES;
import static dev.sluice.edge.routing.Traffic.SEARCHES;
import static dev.sluice.edge.routing.Traffic.STREAMS;
import static dev.sluice.edge.routing.Traffic.UNLIMITED;
import static dev.sluice.schemas.view.Projection.OPERATIONS;
import static dev.sluice.schemas.view.Projection.ORDER_STATUS;
import static dev.sluice.schemas.view.Projection.PRODUCT_PAGE;

import dev.sluice.edge.audit.Audit;
import dev.sluice.edge.audit.ReadAudit;
import dev.sluice.edge.cancellation.CancelOrder;
import dev.sluice.edge.deadletters.SettleLetter;
import dev.sluice.edge.document.Announced;
import dev.sluice.edge.doubts.SettleDoubt;
import dev.sluice.edge.grabs.Grabs;
import dev.sluice.edge.health.Health;
import dev.sluice.edge.health.Home;
import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Filter;
import dev.sluice.edge.http.Handler;
import dev.sluice.edge.identity.Guard;
import dev.sluice.edge.identity.Role;
import dev.sluice.edge.limits.load.Admission;
import dev.sluice.edge.limits.load.Crowding;
import dev.sluice.edge.limits.load.Shaping;
import dev.sluice.edge.limits.rate.RateLimit;
import dev.sluice.edge.operations.Put;
import dev.sluice.edge.operations.ReadOperation;
import dev.sluice.edge.operations.Writable;
import dev.sluice.edge.orders.OrderEvents;
import dev.sluice.edge.orders.PlaceOrder;
import dev.sluice.edge.orders.ReadOrder;
import dev.sluice.edge.products.ReadProduct;
import dev.sluice.edge.projections.Projections;
import dev.sluice.edge.projections.SaysLag;
import dev.sluice.edge.query.Searches;
import dev.sluice.edge.routing.Gives;
import dev.sluice.edge.routing.Pipeline;
import dev.sluice.edge.routing.Route;
import dev.sluice.edge.routing.Router;
import dev.sluice.edge.routing.Stage;
import dev.sluice.edge.routing.TakesJson;
import dev.sluice.edge.settings.EdgeSettings;
import dev.sluice.edge.switches.CommitCaps;
import dev.sluice.edge.switches.SetSwitch;
import dev.sluice.edge.switches.Switches;
import dev.sluice.edge.waf.Waf;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every path that the edge knows: who may, what goes in, what comes out, who answers, whose limits it shares. */
@Configuration(proxyBeanMethods = false)
class Routes {
    private static final Set<Role> WRITERS = Set.of(ADMIN, IMPORTER);
    private static final Set<Role> BACK_OFFICE = Set.of(ADMIN, OPERATOR);

    private static final Filter TAKES_JSON = TakesJson.always();
    private static final Filter MAY_TAKE_JSON = TakesJson.ifAnything();
    private static final Filter GIVES_JSON = Gives.only(Answer.JSON);
    private static final Filter GIVES_EVENTS = Gives.only(OrderEvents.MEDIA_TYPE);
    private static final Filter GIVES_ORDERS = new Gives(Searches.ORDERS);
    private static final Filter GIVES_LINES = Gives.only("application/x-ndjson");
    private static final Filter GIVES_PAGE = new Gives(ReadProduct.MEDIA_TYPES);

    @Bean
    Router router(
            Guard guard,
            PlaceOrder place,
            CancelOrder cancel,
            ReadOrder read,
            OrderEvents events,
            Puts puts,
            SettleDoubt doubts,
            SettleLetter letters,
            Grabs grabs,
            ReadOperation operation,
            ReadProduct product,
            Searches searches,
            Projections projections,
            SaysLag lag,
            Health health,
            Home home,
            SetSwitch setSwitch,
            CommitCaps caps,
            ReadAudit audit,
            EdgeSettings settings,
            Pipeline pipeline) {
        int order = (int) settings.bodies().order().toBytes();
        int other = (int) settings.bodies().other().toBytes();
        List<Route> routes = List.of(
                post("/orders", order, guard.anyone(place::handle), GIVES_JSON, TAKES_JSON)
                        .as(ORDERS),
                get("/orders/{id}", guard.anyone(read::handle), GIVES_JSON, lag.of(ORDER_STATUS)),
                post("/orders/{id}/cancellation", order, guard.anyone(cancel::handle), GIVES_JSON, MAY_TAKE_JSON),
                get("/orders/{id}/events", guard.anyone(events::handle), GIVES_EVENTS, lag.of(ORDER_STATUS))
                        .as(STREAMS),
                post("/campaigns/{id}/grabs", other, guard.anyone(grabs::place), GIVES_JSON, MAY_TAKE_JSON)
                        .as(GRABS),
                post("/envelopes/{id}/parts", other, guard.anyone(grabs::part), GIVES_JSON, MAY_TAKE_JSON)
                        .as(GRABS),
                get("/operations/{id}", guard.anyone(operation::handle), GIVES_JSON, lag.of(OPERATIONS)),
                get("/products/{sku}", product::handle, GIVES_PAGE, lag.of(PRODUCT_PAGE))
                        .as(PAGES),
                get("/products", searches::products, GIVES_JSON).as(SEARCHES),
                get("/customers/{id}/orders", guard.anyone(searches::ordersOf), GIVES_JSON)
                        .as(SEARCHES),
                get("/admin/orders", guard.only(BACK_OFFICE, searches::orders), GIVES_ORDERS)
                        .as(SEARCHES),
                get("/admin/sales", guard.only(BACK_OFFICE, searches::sales), GIVES_JSON)
                        .as(SEARCHES),
                get("/admin/in-doubt", guard.only(BACK_OFFICE, searches::inDoubt), GIVES_JSON)
                        .as(SEARCHES),
                post(
                        "/admin/in-doubt/{id}/retry",
                        other,
                        guard.only(BACK_OFFICE, doubts::retry),
                        GIVES_JSON,
                        TAKES_JSON),
                post(
                        "/admin/in-doubt/{id}/resolve",
                        other,
                        guard.only(BACK_OFFICE, doubts::resolve),
                        GIVES_JSON,
                        TAKES_JSON),
                get("/admin/dead-letters", guard.only(BACK_OFFICE, searches::deadLetters), GIVES_JSON)
                        .as(SEARCHES),
                get("/admin/dead-letters/{id}", guard.only(BACK_OFFICE, searches::deadLetter), GIVES_JSON)
                        .as(SEARCHES),
                post("/admin/dead-letters/{id}/retry", other, guard.only(BACK_OFFICE, letters::retry), GIVES_JSON),
                post("/admin/dead-letters/{id}/skip", other, guard.only(BACK_OFFICE, letters::skip), GIVES_JSON),
                post(
                        "/admin/dead-letters/{id}/edit",
                        order,
                        guard.only(BACK_OFFICE, letters::edit),
                        GIVES_JSON,
                        TAKES_JSON),
                get("/admin/projections", guard.only(BACK_OFFICE, projections::all), GIVES_JSON),
                rebuilding("rebuilds", other, guard, projections),
                rebuilding("rebuilds/pause", other, guard, projections),
                rebuilding("rebuilds/resume", other, guard, projections),
                rebuilding("rebuilds/throttle", other, guard, projections),
                rebuilding("rebuilds/cancel", other, guard, projections),
                rebuilding("rebuilds/drop", other, guard, projections),
                get(
                        "/admin/projections/{name}/documents",
                        guard.only(Set.of(ADMIN), projections.lines("documents")),
                        GIVES_LINES),
                get(
                        "/admin/projections/{name}/comparison",
                        guard.only(Set.of(ADMIN), projections.lines("comparison")),
                        GIVES_LINES),
                rebuilding("swap", other, guard, projections),
                rebuilding("rollback", other, guard, projections),
                get("/admin/switches", guard.only(BACK_OFFICE, setSwitch::list), GIVES_JSON),
                put("/admin/switches/{name}", other, guard.only(BACK_OFFICE, setSwitch::put), GIVES_JSON, TAKES_JSON),
                get("/admin/audit", guard.only(Set.of(ADMIN), audit::handle), GIVES_JSON),
                get("/admin/commit-cap", guard.only(BACK_OFFICE, caps::get), GIVES_JSON),
                put("/admin/commit-cap", other, guard.only(BACK_OFFICE, caps::put), GIVES_JSON, TAKES_JSON),
                put("/admin/products/{id}", other, puts.product, GIVES_JSON, TAKES_JSON),
                put("/admin/stock/{id}", other, puts.stock, GIVES_JSON, TAKES_JSON),
                put("/admin/wallets/{id}", other, puts.wallet, GIVES_JSON, TAKES_JSON),
                put("/admin/coupons/{id}", other, puts.coupon, GIVES_JSON, TAKES_JSON),
                put("/admin/campaigns/{id}", other, puts.campaign, GIVES_JSON, TAKES_JSON),
                put("/admin/envelopes/{id}", other, puts.envelope, GIVES_JSON, TAKES_JSON),
                put("/admin/customers/{id}", other, puts.customer, GIVES_JSON, TAKES_JSON),
                get("/health/live", health::live).as(UNLIMITED),
                get("/health/ready", health::ready).as(UNLIMITED),
                get("/", home::handle, GIVES_JSON).as(UNLIMITED));
        return new Router(routes, pipeline);
    }

    /** What every request passes on its way to its route, in this order. */
    @Bean
    Pipeline pipeline(
            Waf waf,
            Switches switches,
            Guard guard,
            RateLimit rate,
            Admission admission,
            Shaping shaping,
            Crowding crowding,
            Audit audit,
            MeterRegistry meters) {
        return new Pipeline(
                List.of(
                        new Stage("firewall", micros(20), route -> waf.before(route.pattern())),
                        new Stage("switches", micros(5), route -> switches.before(route.method(), route.pattern())),
                        new Stage("form", micros(20), Route::ownFilter),
                        new Stage("identity", micros(20), route -> guard.to(route.handler())),
                        new Stage("rate", micros(20), rate::on),
                        new Stage("admission", micros(5), admission::on),
                        new Stage("pace", micros(10), shaping::on),
                        new Stage("room", micros(10), crowding::on),
                        new Stage("audit", Duration.ofMillis(20), audit::on)),
                meters);
    }

    private static Duration micros(int micros) {
        return Duration.of(micros, ChronoUnit.MICROS);
    }

    private static Route rebuilding(String act, int bodyLimit, Guard guard, Projections projections) {
        return post(
                "/admin/projections/{name}/" + act,
                bodyLimit,
                guard.only(Set.of(ADMIN), projections.act(act)),
                GIVES_JSON,
                MAY_TAKE_JSON);
    }

    @Bean
    Puts puts(Guard guard, Put put, Announced announced) {
        Put.Preparation announcing = id -> loop -> announced.announce(id, loop);
        return new Puts(
                guard.only(WRITERS, put.of(Writable.PRODUCT, announcing)),
                guard.only(WRITERS, put.of(Writable.STOCK, Put.Preparation.NONE)),
                guard.only(WRITERS, put.of(Writable.WALLET, Put.Preparation.NONE)),
                guard.only(WRITERS, put.of(Writable.COUPON, Put.Preparation.NONE)),
                guard.only(WRITERS, put.of(Writable.CAMPAIGN, announcing)),
                guard.only(WRITERS, put.of(Writable.ENVELOPE, announcing)),
                guard.only(WRITERS, put.of(Writable.CUSTOMER, Put.Preparation.NONE)));
    }

    record Puts(
            Handler product,
            Handler stock,
            Handler wallet,
            Handler coupon,
            Handler campaign,
            Handler envelope,
            Handler customer) {}
}
