package dev.sluice.query.search;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.SourceConfig;
import dev.sluice.schemas.view.Projection;
import java.util.List;

/**
 * A list that is read page by page.
 *
 * @param order where it rests on what never changes in a document, and is total, pages have no gaps and no repeats
 * @param moving a change of a document may move it; so all pages are read from one snapshot
 * @param hidden fields that are not fetched
 */
public record Listing<T>(
        Projection projection,
        Class<T> type,
        Query query,
        List<SortOptions> order,
        boolean moving,
        List<String> hidden) {

    public Listing {
        order = List.copyOf(order);
        hidden = List.copyOf(hidden);
    }

    /** One of which all is fetched. */
    public Listing(Projection projection, Class<T> type, Query query, List<SortOptions> order, boolean moving) {
        this(projection, type, query, order, moving, List.of());
    }

    SourceConfig fetched() {
        return SourceConfig.of(s -> hidden.isEmpty() ? s.fetch(true) : s.filter(f -> f.excludes(hidden)));
    }

    /** The same for two requests exactly when they ask for the same list. */
    String identity() {
        return projection.id() + query + order;
    }
}
