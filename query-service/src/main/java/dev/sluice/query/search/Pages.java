package dev.sluice.query.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import co.elastic.clients.elasticsearch.core.search.TotalHitsRelation;
import dev.sluice.query.page.CursorExpired;
import dev.sluice.query.page.Page;
import dev.sluice.query.page.PageRequest;
import dev.sluice.query.search.Cursor.Position;
import dev.sluice.schemas.view.Projection;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads listings: a page, all of it, or what it adds up to. An index that does not exist yet is an empty list: nothing has
 * been projected.
 */
@Component
public class Pages {
    private static final int NOT_FOUND = 404;

    private final Elasticsearch elasticsearch;
    private final ElasticsearchSettings settings;
    private final Indices indices;
    private final VersionGate gate;

    Pages(Elasticsearch elasticsearch, ElasticsearchSettings settings, Indices indices, VersionGate gate) {
        this.elasticsearch = elasticsearch;
        this.settings = settings;
        this.indices = indices;
        this.gate = gate;
    }

    /**
     * Throws {@link SourceAway}, {@link ViewBehind}, BadParameter for a cursor that is not from this listing, and {@link CursorExpired} for one
     * whose snapshot is gone.
     */
    public <T> Page<T> read(Listing<T> listing, PageRequest request) {
        String identity = listing.identity();
        Position after = request.cursor() == null ? null : Cursor.position(identity, request.cursor());
        // The pages of one list are all read from the generation that its first page was read from.
        int generation = after == null ? indices.live(listing.projection()) : after.generation();
        String index = indices.of(listing.projection(), generation);
        if (after == null || after.snapshot() == null) {
            gate.pass(listing.projection(), index);
        }
        String snapshot = listing.moving() ? snapshot(index, after) : null;
        try {
            SearchRequest search = search(index, listing, request.limit(), snapshot, after);
            return page(elasticsearch.search(search, listing.type()), request.limit(), identity, generation);
        } catch (ElasticsearchException e) {
            throw after == null ? e : refused(snapshot, e);
        }
    }

    private String snapshot(String index, @Nullable Position after) {
        if (after == null) {
            return elasticsearch.openSnapshot(index);
        }
        if (after.snapshot() == null) {
            throw Cursor.broken();
        }
        return after.snapshot();
    }

    private RuntimeException refused(@Nullable String snapshot, ElasticsearchException e) {
        if (e.status() == NOT_FOUND) {
            return snapshot == null ? CursorExpired.rebuilt() : CursorExpired.after(settings.keepSnapshot());
        }
        // Its check value was right, so somebody forged it: our own positions fit the order.
        return Cursor.broken();
    }

    private SearchRequest search(
            String index, Listing<?> listing, int limit, @Nullable String snapshot, @Nullable Position after) {
        return SearchRequest.of(s -> {
            if (snapshot == null) {
                // An index that is gone is no end of the list.
                s.index(index).ignoreUnavailable(after == null);
            } else {
                s.pit(p -> p.id(snapshot).keepAlive(elasticsearch.keepSnapshot()));
            }
            s.allowPartialSearchResults(false);
            s.query(listing.query()).sort(listing.order()).source(listing.fetched());
            // One more than the page holds tells whether another page follows.
            s.size(limit + 1).trackTotalHits(t -> t.count(settings.countUpTo()));
            if (after != null) {
                s.searchAfter(after.values());
            }
            return s;
        });
    }

    private <T> Page<T> page(SearchResponse<T> response, int limit, String identity, int generation) {
        List<Hit<T>> hits = response.hits().hits();
        List<Hit<T>> shown = hits.subList(0, Math.min(limit, hits.size()));
        String snapshot = response.pitId();
        String next = null;
        if (hits.size() > limit) {
            next = Cursor.after(
                    identity, new Position(generation, snapshot, shown.getLast().sort()));
        } else if (snapshot != null) {
            elasticsearch.closeSnapshot(snapshot);
        }
        return new Page<>(
                shown.stream().map(hit -> Objects.requireNonNull(hit.source())).toList(),
                next,
                total(response.hits().total()));
    }

    private static Page.Total total(@Nullable TotalHits total) {
        if (total == null) {
            return Page.Total.exactly(0);
        }
        return total.relation() == TotalHitsRelation.Eq
                ? Page.Total.exactly(total.value())
                : Page.Total.atLeast(total.value());
    }

    /** The whole listing, as it is now. Throws {@link SourceAway}. */
    public <T> Reading<T> all(Listing<T> listing) {
        return new Reading<>(elasticsearch, listing, shown(listing));
    }

    /** The index, once it shows what is demanded of it. */
    private String shown(Listing<?> listing) {
        String index = indices.of(listing.projection());
        gate.pass(listing.projection(), index);
        return index;
    }

    /** What the listing adds up to, by name; empty where there is no index. Throws {@link SourceAway}. */
    public Map<String, Aggregate> sums(Listing<?> listing, Map<String, Aggregation> wanted) {
        String index = shown(listing);
        return elasticsearch
                .search(
                        SearchRequest.of(s -> s.index(index)
                                .ignoreUnavailable(true)
                                .allowPartialSearchResults(false)
                                .query(listing.query())
                                .size(0)
                                .trackTotalHits(t -> t.enabled(false))
                                .aggregations(wanted)),
                        Object.class)
                .aggregations();
    }

    /** Throws {@link SourceAway} where a page could not be read now. */
    public void probe(Projection... projections) {
        List<String> names = Arrays.stream(projections).map(indices::of).toList();
        elasticsearch.search(
                SearchRequest.of(
                        s -> s.index(names).ignoreUnavailable(true).size(0).allowPartialSearchResults(false)),
                Object.class);
    }
}
