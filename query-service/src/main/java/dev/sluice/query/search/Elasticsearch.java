package dev.sluice.query.search;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import co.elastic.clients.transport.TransportException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Questions that are answered within the time that the settings allow, however Elasticsearch behaves. */
@Component
class Elasticsearch {
    private static final Logger log = LoggerFactory.getLogger(Elasticsearch.class);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final ElasticsearchAsyncClient client;
    private final ElasticsearchSettings settings;
    private final AtomicBoolean away = new AtomicBoolean();
    private final Refreshes refreshes;

    Elasticsearch(ElasticsearchAsyncClient client, ElasticsearchSettings settings) {
        this.client = client;
        this.settings = settings;
        this.refreshes = new Refreshes(
                index -> client.indices().refresh(r -> r.index(index).ignoreUnavailable(true)));
    }

    /**
     * A numeric field of the documents with these ids as they are, searchable or not; without those that are not there. Throws
     * {@link SourceAway}.
     */
    Map<String, Long> numbers(String index, List<String> ids, String field) {
        Map<String, Long> numbers = new HashMap<>();
        within(client.mget(m -> m.index(index).ids(ids).sourceIncludes(field), ObjectNode.class)).docs().stream()
                .filter(MultiGetResponseItem::isResult)
                .map(MultiGetResponseItem::result)
                .forEach(document -> {
                    if (document.source() != null) {
                        numbers.put(document.id(), document.source().path(field).asLong(0));
                    }
                });
        return numbers;
    }

    /** How many documents of the index match, as far as it was refreshed; throws {@link SourceAway}. */
    long count(String index, Query query) {
        return within(client.count(c -> c.index(index).ignoreUnavailable(true).query(query)))
                .count();
    }

    /** Lets searches see all that is there now, and says true. Throws {@link SourceAway}. */
    boolean refresh(String index) {
        within(refreshes.of(index).copy());
        return true;
    }

    /** Throws {@link SourceAway}, and ElasticsearchException where the request itself was wrong. */
    <T> SearchResponse<T> search(SearchRequest request, Class<T> type) {
        return within(client.search(request, type));
    }

    /** A snapshot of the index, which others may go on changing; throws {@link SourceAway}. */
    String openSnapshot(String index) {
        return within(client.openPointInTime(
                        o -> o.index(index).ignoreUnavailable(true).keepAlive(keepSnapshot())))
                .id();
    }

    /** Sooner than it would go by itself; nobody waits for that. */
    void closeSnapshot(String id) {
        var _ = client.closePointInTime(c -> c.id(id));
    }

    Time keepSnapshot() {
        return Time.of(t -> t.time(settings.keepSnapshot().toMillis() + "ms"));
    }

    private <T> T within(CompletableFuture<T> answer) {
        try {
            // The client's own time-outs are per step and per node; this one is for all of them together.
            T response = answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
            back();
            return response;
        } catch (TimeoutException e) {
            throw away("did not answer within " + settings.timeout().toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw failure(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away("was not waited for", e);
        } finally {
            answer.cancel(true);
        }
    }

    private RuntimeException failure(Throwable cause) {
        return switch (cause) {
            case ElasticsearchException e when isTemporary(e.status()) -> away("answered: " + e.getMessage(), e);
            case TransportException e when !isTemporary(e.statusCode()) -> new IllegalStateException(e);
            case IOException e -> away("cannot be reached: " + e, e);
            // No connection became free in time, for instance.
            case TimeoutException e -> away("is too slow: " + e, e);
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }

    private static boolean isTemporary(int status) {
        return status == TOO_MANY_REQUESTS || status >= SERVER_ERROR || status < 0;
    }

    private SourceAway away(String why, Throwable cause) {
        if (!away.getAndSet(true)) {
            log.warn("Elasticsearch at {} {}", settings.url(), why);
        }
        return new SourceAway("Elasticsearch " + why, cause);
    }

    private void back() {
        if (away.getAndSet(false)) {
            log.info("Elasticsearch at {} answers again", settings.url());
        }
    }
}
