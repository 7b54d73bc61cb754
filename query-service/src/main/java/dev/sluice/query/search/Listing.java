package dev.sluice.query.search;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.sluice.schemas.view.Projection;
import java.util.List;

/**
 * A list that is read page by page.
 *
 * @param order where it rests on what never changes in a document, and is total, pages have no gaps and no repeats
 * @param moving a change of a document may move it; so all pages are read from one snapshot
 */
public record Listing<T>(Projection projection, Class<T> type, Query query, List<SortOptions> order, boolean moving) {

    public Listing {
        order = List.copyOf(order);
    }

    /** The same for two requests exactly when they ask for the same list. */
    String identity() {
        return projection.id() + query + order;
    }
}
