package dev.sluice.query.search;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.sluice.schemas.view.Projection;
import java.util.List;

/**
 * A list that is read page by page.
 *
 * @param order must be total, and rest on what never changes in a document: then pages have no gaps and no repeats
 */
public record Listing<T>(Projection projection, Class<T> type, Query query, List<SortOptions> order) {

    public Listing {
        order = List.copyOf(order);
    }

    /** The same for two requests exactly when they ask for the same list. */
    String identity(String index) {
        return index + query + order;
    }
}
