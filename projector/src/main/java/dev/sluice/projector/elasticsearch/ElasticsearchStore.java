package dev.sluice.projector.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import dev.sluice.projector.log.View;
import dev.sluice.projector.sink.Document;
import dev.sluice.projector.sink.Position;
import dev.sluice.projector.sink.Refusal;
import dev.sluice.projector.sink.Store;
import dev.sluice.projector.sink.StoreDiverged;
import dev.sluice.projector.sink.StoreUnavailable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The documents of a view in an index, each with its record's offset as external version. */
public final class ElasticsearchStore implements Store {
    static final String NAME = "elasticsearch";

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final View view;
    private final ElasticsearchLink link;
    private final ViewIndex index;
    private final ElasticsearchPositions positions;
    private final Supplier<String> log;
    /** Of the index that was there when the positions were read. */
    private String indexId = "";

    /** @param log the id of the view's topic: offsets of another topic mean nothing here */
    public ElasticsearchStore(View view, ElasticsearchLink link, Supplier<String> log) {
        this.view = view;
        this.link = link;
        this.index = new ViewIndex(link, view);
        this.positions = new ElasticsearchPositions(link, view.topic());
        this.log = log;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<Integer, Long> positions(Set<Integer> partitions) {
        String thisLog = log.get();
        indexId = index.ensure();
        Map<Integer, Long> found = new HashMap<>();
        for (ElasticsearchPositions.Held held : positions.read(partitions)) {
            if (held.index().equals(indexId)) {
                if (!held.log().equals(thisLog)) {
                    throw new StoreUnavailable(view.index() + " was filled from another log than this Kafka's "
                            + view.topic() + ": delete the index, or point SLUICE_KAFKA_BOOTSTRAP at that log");
                }
                found.put(held.partition(), held.next());
            }
        }
        return found;
    }

    @Override
    public List<Refusal> write(Collection<Document> documents) {
        BulkResponse answer = bulk(documents);
        List<Refusal> refusals = new ArrayList<>();
        for (BulkResponseItem item : answer.items()) {
            ErrorCause error = item.error();
            if (error != null && item.status() != CONFLICT) {
                refusals.add(refusal(item, error));
            }
        }
        return refusals;
    }

    private BulkResponse bulk(Collection<Document> documents) {
        BulkRequest request = new BulkRequest.Builder()
                .index(index.writeAlias())
                .requireAlias(true)
                .operations(
                        documents.stream().map(ElasticsearchStore::operation).toList())
                .build();
        try {
            return link.ask(client -> client.bulk(request));
        } catch (ElasticsearchException e) {
            throw e.status() == NOT_FOUND
                    ? new StoreDiverged("its index is gone")
                    : new StoreUnavailable("Elasticsearch: " + e.getMessage(), e);
        }
    }

    private static BulkOperation operation(Document document) {
        byte[] json = document.json();
        if (json == null) {
            return BulkOperation.of(op -> op.delete(
                    d -> d.id(document.id()).version(document.version()).versionType(VersionType.ExternalGte)));
        }
        return BulkOperation.of(op -> op.index(i -> i.id(document.id())
                .version(document.version())
                .versionType(VersionType.ExternalGte)
                .document(BinaryData.of(json, ContentType.APPLICATION_JSON))));
    }

    /** What is wrong with one document is its own trouble; every other error is Elasticsearch's. */
    private static Refusal refusal(BulkResponseItem item, ErrorCause error) {
        return switch (item.status()) {
            case BAD_REQUEST -> new Refusal(String.valueOf(item.id()), error.type() + ": " + reason(error));
            case NOT_FOUND -> throw new StoreDiverged("its index is gone");
            default -> throw new StoreUnavailable("Elasticsearch: " + error.type() + ": " + error.reason());
        };
    }

    private static String reason(ErrorCause error) {
        ErrorCause deeper = error.causedBy();
        return deeper == null ? String.valueOf(error.reason()) : error.reason() + ": " + reason(deeper);
    }

    /** Without comparing: an index that went missing shows itself when documents are written. */
    @Override
    public void advance(Collection<Position> moves) {
        if (!moves.isEmpty()) {
            positions.write(log.get(), indexId, moves);
        }
    }

    /** Nobody takes absence from a search for an answer. */
    @Override
    public void incomplete() {}

    @Override
    public void close() {}
}
