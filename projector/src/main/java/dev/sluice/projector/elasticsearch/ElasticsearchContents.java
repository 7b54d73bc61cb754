package dev.sluice.projector.elasticsearch;

import static java.util.Objects.requireNonNull;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import co.elastic.clients.elasticsearch.core.search.Hit;
import dev.sluice.projector.log.View;
import dev.sluice.projector.verify.Contents;
import dev.sluice.schemas.message.Json;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** The generation's index. */
public final class ElasticsearchContents implements Contents {
    private static final int NOT_FOUND = 404;
    private static final int AT_A_TIME = 1_000;
    /** Of a snapshot, from one portion to the next. */
    private static final Time KEPT = Time.of(t -> t.time("2m"));

    private final View view;
    private final ElasticsearchLink link;

    public ElasticsearchContents(View view, ElasticsearchLink link) {
        this.view = view;
        this.link = link;
    }

    @Override
    public String store() {
        return ElasticsearchStore.NAME;
    }

    @Override
    public Survey survey(int sample) {
        try {
            link.ask(client -> client.indices().refresh(r -> r.index(view.index())));
            long documents =
                    link.ask(client -> client.count(r -> r.index(view.index()))).count();
            return new Survey(documents, sample == 0 ? List.of() : sample(sample));
        } catch (ElasticsearchException e) {
            if (e.status() == NOT_FOUND) {
                return new Survey(0, List.of());
            }
            throw e;
        }
    }

    private List<String> sample(int most) {
        String seed = Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE));
        return link
                .ask(client -> client.search(
                        r -> r.index(view.index())
                                .size(most)
                                .source(s -> s.fetch(false))
                                .query(q -> q.functionScore(f -> f.query(all -> all.matchAll(m -> m))
                                        .functions(one -> one.randomScore(
                                                score -> score.seed(seed).field("_seq_no"))))),
                        JsonNode.class))
                .hits()
                .hits()
                .stream()
                .map(Hit::id)
                .toList();
    }

    @Override
    public Map<String, byte[]> read(Collection<String> ids) {
        Map<String, byte[]> documents = new HashMap<>();
        if (ids.isEmpty()) {
            return documents;
        }
        link
                .ask(client -> client.mget(r -> r.index(view.index()).ids(List.copyOf(ids)), JsonNode.class))
                .docs()
                .stream()
                .filter(MultiGetResponseItem::isResult)
                .map(MultiGetResponseItem::result)
                .filter(found -> found.source() != null)
                .forEach(found -> documents.put(found.id(), Json.MAPPER.writeValueAsBytes(found.source())));
        return documents;
    }

    @Override
    public void each(Consumer<Map<String, byte[]>> portion) {
        link.ask(client -> client.indices().refresh(r -> r.index(view.index()).ignoreUnavailable(true)));
        String snapshot = link.ask(client -> client.openPointInTime(
                        r -> r.index(view.index()).ignoreUnavailable(true).keepAlive(KEPT)))
                .id();
        List<FieldValue> after = List.of();
        List<Hit<JsonNode>> hits;
        do {
            hits = portion(snapshot, after);
            if (!hits.isEmpty()) {
                portion.accept(sources(hits));
                after = hits.getLast().sort();
            }
        } while (hits.size() == AT_A_TIME);
        String last = snapshot;
        link.ask(client -> client.closePointInTime(r -> r.id(last)));
    }

    private List<Hit<JsonNode>> portion(String snapshot, List<FieldValue> after) {
        return link.ask(client -> client.search(
                        r -> {
                            r.pit(pit -> pit.id(snapshot).keepAlive(KEPT)).size(AT_A_TIME);
                            r.sort(by -> by.field(f -> f.field("_shard_doc"))).trackTotalHits(t -> t.enabled(false));
                            return after.isEmpty() ? r : r.searchAfter(after);
                        },
                        JsonNode.class))
                .hits()
                .hits();
    }

    private static Map<String, byte[]> sources(List<Hit<JsonNode>> hits) {
        Map<String, byte[]> documents = new HashMap<>();
        hits.forEach(hit -> documents.put(requireNonNull(hit.id()), Json.MAPPER.writeValueAsBytes(hit.source())));
        return documents;
    }

    @Override
    public void delete() {
        link.ask(client -> client.indices().delete(r -> r.index(view.index()).ignoreUnavailable(true)));
        new ElasticsearchPositions(link, view.topic()).delete();
    }

    @Override
    public void close() {}
}
