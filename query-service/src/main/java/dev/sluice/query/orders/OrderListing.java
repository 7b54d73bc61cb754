package dev.sluice.query.orders;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.QueryBuilders;
import dev.sluice.query.search.Listing;
import dev.sluice.query.sight.Sight;
import dev.sluice.schemas.view.BackOfficeOrderView;
import dev.sluice.schemas.view.Projection;

/** Lists of orders: newest first, by when they were accepted and then by id, unless something else is asked for. */
public final class OrderListing {
    public static final String ACCEPTED_AT = "acceptedAt";
    static final String TOTAL = "total.amount";

    /**
     * In Elasticsearch's date math, so that the list is the same one from page to page. After a decision branches take
     * milliseconds, and some seconds when a server is restarted.
     */
    private static final String A_WHILE_AGO = "now-1m";

    private OrderListing() {}

    public static Listing<BackOfficeOrderView> of(Query query) {
        return of(query, OrderSort.NEWEST_FIRST);
    }

    static Listing<BackOfficeOrderView> of(Query query, OrderSort sort) {
        return new Listing<>(
                Projection.BACK_OFFICE_ORDERS,
                BackOfficeOrderView.class,
                query,
                sort.order(),
                sort.moving(),
                Sight.now().hidden());
    }

    /** Those that an operator should look at: a branch is in doubt, or the decision is not carried out after a while. */
    static Listing<BackOfficeOrderView> troubled() {
        Query inDoubt = QueryBuilders.exists(e -> e.field("doubts.key"));
        Query slow = QueryBuilders.bool(all -> all.filter(q -> q.exists(e -> e.field("placedAt")))
                .filter(q -> q.range(r -> r.date(d -> d.field("decidedAt").lt(A_WHILE_AGO))))
                .mustNot(q -> q.exists(e -> e.field("settledAt"))));
        return of(QueryBuilders.bool(any -> any.should(inDoubt, slow).minimumShouldMatch("1")));
    }
}
