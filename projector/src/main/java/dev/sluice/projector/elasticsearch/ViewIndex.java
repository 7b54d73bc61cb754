package dev.sluice.projector.elasticsearch;

import static java.util.Objects.requireNonNull;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.indices.IndexState;
import dev.sluice.projector.log.View;
import dev.sluice.schemas.message.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The index of a view, created from the definition that {@code schemas} gives. Documents are written through an alias that
 * only we create: an index that went missing is then an error, where Elasticsearch would else make one of its own devising.
 */
final class ViewIndex {
    private static final Logger log = LoggerFactory.getLogger(ViewIndex.class);

    private static final String MAPPINGS = "mappings";

    private static final int BAD_REQUEST = 400;

    private final ElasticsearchLink link;
    private final View view;

    ViewIndex(ElasticsearchLink link, View view) {
        this.link = link;
        this.view = view;
    }

    String writeAlias() {
        return view.index() + "-write";
    }

    /** The index's id, which another index of the same name does not have. Creates the index where it is missing. */
    String ensure() {
        if (link.ask(client -> client.indices().exists(r -> r.index(view.index())))
                .value()) {
            extend(defined().path(MAPPINGS));
        } else {
            create();
        }
        link.ask(client -> client.indices().putAlias(r -> r.index(view.index()).name(writeAlias())));
        IndexState state = requireNonNull(link.ask(client -> client.indices().getSettings(r -> r.index(view.index())))
                .get(view.index()));
        return requireNonNull(
                requireNonNull(requireNonNull(state.settings()).index()).uuid());
    }

    private void create() {
        try (InputStream definition = definition()) {
            link.ask(
                    client -> client.indices().create(r -> r.index(view.index()).withJson(definition)));
            log.info("created the index {}", view.index());
        } catch (ElasticsearchException e) {
            if (!"resource_already_exists_exception".equals(e.error().type())) {
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Fields that a newer version knows are added; they are found in documents that are written from now on. What Elasticsearch cannot
     * change in place comes with the generation of the view's next shape, and this index stays as it is until then.
     */
    private void extend(JsonNode mappings) {
        InputStream body = new ByteArrayInputStream(Json.MAPPER.writeValueAsBytes(mappings));
        try {
            link.ask(client ->
                    client.indices().putMapping(r -> r.index(view.index()).withJson(body)));
        } catch (ElasticsearchException e) {
            if (e.status() != BAD_REQUEST) {
                throw e;
            }
            log.warn("{} keeps its mappings: {}", view.index(), e.getMessage());
        }
    }

    private JsonNode defined() {
        try (InputStream definition = definition()) {
            return Json.MAPPER.readTree(definition);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream definition() {
        String name = view.projection().indexDefinition();
        return requireNonNull(ViewIndex.class.getResourceAsStream(name), name);
    }
}
