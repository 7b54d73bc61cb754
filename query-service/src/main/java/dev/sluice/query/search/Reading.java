package dev.sluice.query.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.List;
import java.util.Objects;

/** A whole listing as it was at one moment, a portion at a time, so that its length costs no memory. */
public final class Reading<T> implements AutoCloseable {
    /** An order may have 1,500 lines and 300 kB: so many of them still fit into memory. */
    private static final int PORTION = 100;

    private final Elasticsearch elasticsearch;
    private final Listing<T> listing;
    private String snapshot;
    private List<FieldValue> position = List.of();
    private boolean ended;

    Reading(Elasticsearch elasticsearch, Listing<T> listing, String index) {
        this.elasticsearch = elasticsearch;
        this.listing = listing;
        this.snapshot = elasticsearch.openSnapshot(index);
    }

    /** Empty at the end. Throws {@link SourceAway}. */
    public List<T> next() {
        if (ended) {
            return List.of();
        }
        SearchResponse<T> response = elasticsearch.search(search(), listing.type());
        snapshot = Objects.requireNonNullElse(response.pitId(), snapshot);
        List<Hit<T>> hits = response.hits().hits();
        ended = hits.size() < PORTION;
        if (!hits.isEmpty()) {
            position = hits.getLast().sort();
        }
        return hits.stream().map(hit -> Objects.requireNonNull(hit.source())).toList();
    }

    private SearchRequest search() {
        return SearchRequest.of(s -> {
            s.pit(p -> p.id(snapshot).keepAlive(elasticsearch.keepSnapshot()));
            s.allowPartialSearchResults(false).trackTotalHits(t -> t.enabled(false));
            s.query(listing.query())
                    .sort(listing.order())
                    .source(listing.fetched())
                    .size(PORTION);
            return position.isEmpty() ? s : s.searchAfter(position);
        });
    }

    @Override
    public void close() {
        elasticsearch.closeSnapshot(snapshot);
    }
}
