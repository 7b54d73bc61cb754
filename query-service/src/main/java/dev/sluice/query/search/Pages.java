package dev.sluice.query.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import co.elastic.clients.elasticsearch.core.search.TotalHitsRelation;
import dev.sluice.query.page.Page;
import dev.sluice.query.page.PageRequest;
import dev.sluice.schemas.view.Projection;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads listings page by page. An index that does not exist yet is an empty list: nothing has been projected. */
@Component
public class Pages {
    private final Elasticsearch elasticsearch;
    private final ElasticsearchSettings settings;
    private final Indices indices;

    Pages(Elasticsearch elasticsearch, ElasticsearchSettings settings, Indices indices) {
        this.elasticsearch = elasticsearch;
        this.settings = settings;
        this.indices = indices;
    }

    /** Throws {@link SourceAway}, and BadParameter for a cursor that is not from this listing. */
    public <T> Page<T> read(Listing<T> listing, PageRequest request) {
        String index = indices.of(listing.projection());
        String identity = listing.identity(index);
        try {
            SearchResponse<T> response =
                    elasticsearch.search(search(index, listing, request, identity), listing.type());
            return page(response, request.limit(), identity);
        } catch (ElasticsearchException e) {
            if (request.cursor() != null) {
                // Its check value was right, so somebody forged it: our own positions fit the order.
                throw Cursor.broken();
            }
            throw e;
        }
    }

    /** Throws {@link SourceAway} where a page could not be read now. */
    public void probe(Projection... projections) {
        List<String> names = Arrays.stream(projections).map(indices::of).toList();
        elasticsearch.search(
                SearchRequest.of(
                        s -> s.index(names).ignoreUnavailable(true).size(0).allowPartialSearchResults(false)),
                Object.class);
    }

    private SearchRequest search(String index, Listing<?> listing, PageRequest request, String identity) {
        return SearchRequest.of(s -> {
            s.index(index).ignoreUnavailable(true).allowPartialSearchResults(false);
            s.query(listing.query()).sort(listing.order());
            // One more than the page holds tells whether another page follows.
            s.size(request.limit() + 1).trackTotalHits(t -> t.count(settings.countUpTo()));
            if (request.cursor() != null) {
                s.searchAfter(Cursor.position(identity, request.cursor()));
            }
            return s;
        });
    }

    private static <T> Page<T> page(SearchResponse<T> response, int limit, String identity) {
        List<Hit<T>> hits = response.hits().hits();
        List<Hit<T>> shown = hits.subList(0, Math.min(limit, hits.size()));
        String next =
                hits.size() > limit ? Cursor.after(identity, shown.getLast().sort()) : null;
        return new Page<>(
                shown.stream().map(hit -> Objects.requireNonNull(hit.source())).toList(),
                next,
                total(response.hits().total()));
    }

    private static Page.Total total(@Nullable TotalHits total) {
        return total == null
                ? new Page.Total(0, "eq")
                : new Page.Total(total.value(), total.relation() == TotalHitsRelation.Eq ? "eq" : "gte");
    }
}
