package dev.sluice.query.orders;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOptionsBuilders;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.QueryBuilders;
import dev.sluice.query.search.Listing;
import dev.sluice.schemas.view.BackOfficeOrderView;
import dev.sluice.schemas.view.Projection;
import java.util.List;

/** Orders, newest first: by when they were accepted, which never changes, then by id. */
final class OrderListing {
    static final String ACCEPTED_AT = "acceptedAt";

    /**
     * In Elasticsearch's date math, so that the list is the same one from page to page. After a decision branches take
     * milliseconds, and some seconds when a server is restarted.
     */
    private static final String A_WHILE_AGO = "now-1m";

    private static final List<SortOptions> NEWEST_FIRST = List.of(
            SortOptionsBuilders.field(f -> f.field(ACCEPTED_AT)
                    .order(SortOrder.Desc)
                    // Else the position is given in nanoseconds and read back in milliseconds.
                    .format("strict_date_optional_time_nanos")),
            SortOptionsBuilders.field(f -> f.field("id").order(SortOrder.Desc)));

    private OrderListing() {}

    static Listing<BackOfficeOrderView> of(OrderFilter filter) {
        return of(filter.query());
    }

    /** Those that an operator should look at: a branch is in doubt, or the decision is not carried out after a while. */
    static Listing<BackOfficeOrderView> troubled() {
        Query inDoubt = QueryBuilders.exists(e -> e.field("doubts.key"));
        Query slow = QueryBuilders.bool(all -> all.filter(q -> q.exists(e -> e.field("placedAt")))
                .filter(q -> q.range(r -> r.date(d -> d.field("decidedAt").lt(A_WHILE_AGO))))
                .mustNot(q -> q.exists(e -> e.field("settledAt"))));
        return of(QueryBuilders.bool(any -> any.should(inDoubt, slow).minimumShouldMatch("1")));
    }

    private static Listing<BackOfficeOrderView> of(Query query) {
        return new Listing<>(Projection.BACK_OFFICE_ORDERS, BackOfficeOrderView.class, query, NEWEST_FIRST);
    }
}
