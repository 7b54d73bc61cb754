package dev.sluice.projector.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.projector.Servers;
import dev.sluice.projector.log.View;
import dev.sluice.projector.settings.ProjectorSettings.Elasticsearch;
import dev.sluice.projector.sink.Document;
import dev.sluice.projector.sink.Store;
import dev.sluice.projector.sink.StoreContract;
import dev.sluice.projector.sink.StoreDiverged;
import dev.sluice.projector.verify.Contents;
import dev.sluice.schemas.view.Projection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ElasticsearchStoreIT extends StoreContract {
    private static final ElasticsearchLink LINK = new ElasticsearchLink(Servers.SETTINGS.elasticsearch());
    private static final ElasticsearchLink NOWHERE =
            new ElasticsearchLink(new Elasticsearch(URI.create("http://127.0.0.1:1"), Duration.ofSeconds(1)));

    private final View view = Servers.view(Projection.PRODUCT_PAGE);

    @AfterAll
    static void disconnect() {
        LINK.close();
        NOWHERE.close();
    }

    @BeforeEach
    void begin() {
        store(LOG).positions(Set.of(0));
    }

    @AfterEach
    void tidy() {
        lose();
    }

    @Override
    protected Store store(String log) {
        return new ElasticsearchStore(view, LINK, () -> log);
    }

    @Override
    protected Store unreachable() {
        return new ElasticsearchStore(view, NOWHERE, () -> LOG);
    }

    @Override
    protected Contents contents() {
        return new ElasticsearchContents(view, LINK);
    }

    @Override
    protected @Nullable String held(String id) {
        JsonNode source = LINK.ask(
                        client -> client.get(g -> g.index(view.index()).id(id), JsonNode.class))
                .source();
        return source == null ? null : source.toString();
    }

    @Override
    protected void lose() {
        LINK.ask(client -> client.indices().delete(d -> d.index(view.index()).ignoreUnavailable(true)));
    }

    @Override
    protected Document impossible(String id, long version) {
        return document(id, version, "{\"available\":\"none\"}");
    }

    @Test
    void anIndexThatWentMissingIsNotMadeUp() {
        Store store = store(LOG);
        lose();

        assertThatExceptionOfType(StoreDiverged.class).isThrownBy(() -> store.write(List.of(document("a", 1, "{}"))));
        assertThat(LINK.ask(client -> client.indices().exists(e -> e.index(view.index())))
                        .value())
                .isFalse();
    }

    @Test
    void anIndexIsCreatedAsItWasDefined() {
        var mapping = LINK.ask(client -> client.indices().getMapping(m -> m.index(view.index())))
                .get(view.index());

        assertThat(mapping).isNotNull();
        assertThat(mapping.mappings().properties())
                .hasEntrySatisfying("sku", sku -> assertThat(sku.isKeyword()).isTrue())
                .hasEntrySatisfying("name", name -> assertThat(name.isText()).isTrue());
    }
}
