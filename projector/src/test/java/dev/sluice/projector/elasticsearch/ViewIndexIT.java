package dev.sluice.projector.elasticsearch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch._types.mapping.Property;
import dev.sluice.projector.Servers;
import dev.sluice.projector.log.View;
import dev.sluice.schemas.view.Projection;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of an index that another version has made. */
class ViewIndexIT {
    private static final ElasticsearchLink LINK = new ElasticsearchLink(Servers.SETTINGS.elasticsearch());

    private final View view = Servers.view(Projection.BACK_OFFICE_ORDERS);
    private final ViewIndex index = new ViewIndex(LINK, view);

    @AfterAll
    static void disconnect() {
        LINK.close();
    }

    @AfterEach
    void tidy() {
        LINK.ask(client -> client.indices().delete(d -> d.index(view.index()).ignoreUnavailable(true)));
    }

    @Test
    void isKeptAndExtended() {
        String made = made("{\"properties\": {\"status\": {\"type\": \"keyword\"}}}");

        assertThat(index.ensure()).isEqualTo(made);
        assertThat(lines().isNested()).isTrue();
    }

    @Test
    void whatCannotBeChangedInPlaceStaysUntilTheNextGeneration() {
        String made = made("{\"properties\": {\"lines\": {\"type\": \"keyword\"}}}");

        assertThat(index.ensure()).isEqualTo(made);
        assertThat(lines().isKeyword()).isTrue();
    }

    private String made(String mappings) {
        String body = "{\"mappings\": " + mappings + "}";
        LINK.ask(client -> client.indices()
                .create(c -> c.index(view.index())
                        .withJson(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))));
        return LINK.ask(client -> client.indices().getSettings(s -> s.index(view.index())))
                .get(view.index())
                .settings()
                .index()
                .uuid();
    }

    private Property lines() {
        return requireNonNull(LINK.ask(client -> client.indices().getMapping(m -> m.index(view.index())))
                .get(view.index())
                .mappings()
                .properties()
                .get("lines"));
    }
}
