package dev.sluice.projector.elasticsearch;

import static java.util.Objects.requireNonNull;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.MgetResponse;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import dev.sluice.projector.sink.Position;
import dev.sluice.projector.sink.StoreUnavailable;
import dev.sluice.schemas.topic.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** How far Elasticsearch has come with a view, kept in an index of its own: a document for each partition. */
final class ElasticsearchPositions {
    private static final String INDEX = "sluice-positions";
    private static final String DEFINITION = "/elasticsearch/sluice-positions.json";
    private static final int NOT_FOUND = 404;

    private final ElasticsearchLink link;
    private final String topic;

    /**
     * @param log the id of the topic that the offset belongs to
     * @param index the id of the index that was filled up to there
     * @param next the offset that the index lacks first
     */
    record Held(String log, String index, int partition, long next) {}

    ElasticsearchPositions(ElasticsearchLink link, String topic) {
        this.link = link;
        this.topic = topic;
    }

    List<Held> read(Set<Integer> partitions) {
        List<String> ids = partitions.stream().map(this::id).toList();
        try {
            MgetResponse<Held> found =
                    link.ask(client -> client.mget(r -> r.index(INDEX).ids(ids), Held.class));
            return found.docs().stream()
                    .filter(MultiGetResponseItem::isResult)
                    .map(item -> item.result().source())
                    .filter(held -> held != null)
                    .toList();
        } catch (ElasticsearchException e) {
            if (e.status() != NOT_FOUND) {
                throw e;
            }
            create();
            return List.of();
        }
    }

    private void create() {
        try (InputStream definition = requireNonNull(getClass().getResourceAsStream(DEFINITION))) {
            link.ask(client -> client.indices().create(r -> r.index(INDEX).withJson(definition)));
        } catch (ElasticsearchException e) {
            // Two sinks that start together both find it missing.
            if (!"resource_already_exists_exception".equals(e.error().type())) {
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String log, String index, Collection<Position> moves) {
        var answer = link.ask(client -> client.bulk(bulk -> {
            for (Position move : moves) {
                bulk.operations(op -> op.index(i -> i.index(INDEX)
                        .id(id(move.partition()))
                        .document(new Held(log, index, move.partition(), move.to()))));
            }
            return bulk;
        }));
        if (answer.errors()) {
            throw new StoreUnavailable("Elasticsearch: cannot write to " + INDEX);
        }
    }

    /** Of all partitions that were ever written. */
    void delete() {
        link.ask(client -> client.bulk(bulk -> {
            for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
                String id = id(partition);
                bulk.operations(op -> op.delete(d -> d.index(INDEX).id(id)));
            }
            return bulk;
        }));
    }

    private String id(int partition) {
        return topic + "-" + partition;
    }
}
