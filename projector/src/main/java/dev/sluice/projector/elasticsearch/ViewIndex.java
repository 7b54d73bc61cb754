package dev.sluice.projector.elasticsearch;

import static java.util.Objects.requireNonNull;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import co.elastic.clients.elasticsearch.indices.IndexState;
import co.elastic.clients.json.JsonData;
import dev.sluice.projector.log.View;
import dev.sluice.schemas.message.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * The index of a view, created from the definition that {@code schemas} gives. Documents are written through an alias that
 * only we create: an index that went missing is then an error, where Elasticsearch would else make one of its own devising.
 */
final class ViewIndex {
    private static final Logger log = LoggerFactory.getLogger(ViewIndex.class);

    private static final String MAPPINGS = "mappings";

    /** A definition counts it up with a change that Elasticsearch cannot make in place, like that of a field's type. */
    private static final JsonPointer REVISION = JsonPointer.compile("/_meta/revision");

    private static final int FIRST = 1;
    private static final int MISSING = 0;
    private static final int NOT_FOUND = 404;

    private final ElasticsearchLink link;
    private final View view;

    ViewIndex(ElasticsearchLink link, View view) {
        this.link = link;
        this.view = view;
    }

    String writeAlias() {
        return view.index() + "-write";
    }

    /**
     * The index's id, which another index of the same name does not have. Creates the index where it is missing, and anew
     * where it is of an earlier revision: its documents come back from the view's topic.
     */
    String ensure() {
        JsonNode mappings = defined().path(MAPPINGS);
        int wanted = mappings.at(REVISION).asInt(FIRST);
        int found = found();
        if (found != MISSING && found < wanted) {
            log.info("{} is of revision {} and must be of {}: it is filled anew", view.index(), found, wanted);
            link.ask(
                    client -> client.indices().delete(r -> r.index(view.index()).ignoreUnavailable(true)));
            found = MISSING;
        }
        if (found == MISSING) {
            create();
        } else if (found == wanted) {
            extend(mappings);
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

    /** Fields that a newer version knows are added; they are found in documents that are written from now on. */
    private void extend(JsonNode mappings) {
        InputStream body = new ByteArrayInputStream(Json.MAPPER.writeValueAsBytes(mappings));
        link.ask(
                client -> client.indices().putMapping(r -> r.index(view.index()).withJson(body)));
    }

    /** The revision of the index that is there. A later one than ours belongs to a newer projector, and is left to it. */
    private int found() {
        try {
            TypeMapping mapping = link.ask(client -> client.indices().getMapping(r -> r.index(view.index())))
                    .get(view.index())
                    .mappings();
            JsonData revision = mapping.meta().get("revision");
            return revision == null ? FIRST : revision.to(Integer.class);
        } catch (ElasticsearchException e) {
            if (e.status() == NOT_FOUND) {
                return MISSING;
            }
            throw e;
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
