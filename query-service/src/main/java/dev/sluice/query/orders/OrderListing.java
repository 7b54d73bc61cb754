package dev.sluice.query.orders;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOptionsBuilders;
import co.elastic.clients.elasticsearch._types.SortOrder;
import dev.sluice.query.search.Listing;
import dev.sluice.schemas.view.BackOfficeOrderView;
import dev.sluice.schemas.view.Projection;
import java.util.List;

/** Orders, newest first: by when they were accepted, which never changes, then by id. */
final class OrderListing {
    static final String ACCEPTED_AT = "acceptedAt";

    private static final List<SortOptions> NEWEST_FIRST = List.of(
            SortOptionsBuilders.field(f -> f.field(ACCEPTED_AT)
                    .order(SortOrder.Desc)
                    // Else the position is given in nanoseconds and read back in milliseconds.
                    .format("strict_date_optional_time_nanos")),
            SortOptionsBuilders.field(f -> f.field("id").order(SortOrder.Desc)));

    private OrderListing() {}

    static Listing<BackOfficeOrderView> of(OrderFilter filter) {
        return new Listing<>(Projection.BACK_OFFICE_ORDERS, BackOfficeOrderView.class, filter.query(), NEWEST_FIRST);
    }
}
