package dev.sluice.query.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.QueryBuilders;
import dev.sluice.schemas.version.EntityVersion;
import dev.sluice.schemas.version.EntityVersions;
import dev.sluice.schemas.view.Projection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Holds a search back until its index shows what the request demands. A document is asked for by its id, which sees what no search
 * does yet; once it is there, a refresh lets searches see it, too. Where a search would show nothing of an entity, as of a wallet, nothing is
 * waited for.
 */
@Component
class VersionGate {
    private static final Duration PAUSE = Duration.ofMillis(25);
    private static final String ORDER_VERSION = "version";
    private static final String PRODUCT_VERSION = "productVersion";
    private static final String STOCK_VERSION = "stockVersion";

    private final Elasticsearch elasticsearch;
    private final Duration patience;

    VersionGate(Elasticsearch elasticsearch, ElasticsearchSettings settings) {
        this.elasticsearch = elasticsearch;
        this.patience = settings.behind();
    }

    /** Throws {@link ViewBehind} where it does not come to show it in time, and {@link SourceAway}. */
    void pass(Projection projection, String index) {
        EntityVersions demanded = Demanded.of(index);
        if (demanded.isEmpty() || !concerns(projection, demanded)) {
            return;
        }
        long begun = System.nanoTime();
        while (!shows(projection, index, demanded)) {
            if (System.nanoTime() - begun > patience.toNanos()) {
                throw new ViewBehind();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        Demanded.met(index);
    }

    private static boolean concerns(Projection projection, EntityVersions demanded) {
        return demanded.all().stream().anyMatch(one -> switch (projection) {
            case BACK_OFFICE_ORDERS ->
                one.entity().equals(EntityVersion.ORDER) || one.entity().equals(EntityVersion.CUSTOMER);
            case PRODUCT_PAGE ->
                one.entity().equals(EntityVersion.PRODUCT) || one.entity().equals(EntityVersion.STOCK);
            case ORDER_STATUS, OPERATIONS, DEAD_LETTERS, GRABS -> false;
        });
    }

    private boolean shows(Projection projection, String index, EntityVersions demanded) {
        return holds(projection, index, demanded)
                && elasticsearch.refresh(index)
                && demanded.of(EntityVersion.CUSTOMER).allMatch(customer -> reached(projection, index, customer));
    }

    private boolean holds(Projection projection, String index, EntityVersions demanded) {
        return projection == Projection.PRODUCT_PAGE
                ? documents(index, demanded, EntityVersion.PRODUCT, PRODUCT_VERSION)
                        && documents(index, demanded, EntityVersion.STOCK, STOCK_VERSION)
                : documents(index, demanded, EntityVersion.ORDER, ORDER_VERSION);
    }

    private boolean documents(String index, EntityVersions demanded, String entity, String field) {
        Map<String, Long> least =
                demanded.of(entity).collect(Collectors.toMap(EntityVersion::id, EntityVersion::version, Math::max));
        if (least.isEmpty()) {
            return true;
        }
        Map<String, Long> found = elasticsearch.numbers(index, List.copyOf(least.keySet()), field);
        return least.entrySet().stream()
                .allMatch(one -> found.getOrDefault(one.getKey(), EntityVersions.ANY) >= one.getValue());
    }

    /** Whether no order shows its customer as they were before. */
    private boolean reached(Projection projection, String index, EntityVersion customer) {
        if (projection != Projection.BACK_OFFICE_ORDERS) {
            return true;
        }
        Query behind = QueryBuilders.bool(b -> b.filter(
                        QueryBuilders.term(t -> t.field("customer.id").value(customer.id())))
                .mustNot(QueryBuilders.range(
                        r -> r.number(n -> n.field("customer.version").gte((double) customer.version())))));
        return elasticsearch.count(index, behind) == 0;
    }
}
