package dev.sluice.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptionsBuilders;
import co.elastic.clients.elasticsearch._types.query_dsl.QueryBuilders;
import dev.sluice.query.page.CursorExpired;
import dev.sluice.query.page.Page;
import dev.sluice.query.page.PageRequest;
import dev.sluice.query.request.BadParameter;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.view.Projection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PagesIT {
    private static final int COUNT_UP_TO = 5;
    private static final String INDEX = "pages-it-" + Ids.next();
    private static final String FIRST = INDEX + "-g1";
    private static final ElasticsearchSettings SETTINGS = new ElasticsearchSettings(
            URI.create(System.getenv().getOrDefault("SLUICE_ELASTICSEARCH_URL", "http://127.0.0.1:29200")),
            Duration.ofSeconds(30),
            2,
            Duration.ofMinutes(1),
            Duration.ofSeconds(1),
            COUNT_UP_TO);
    private static final ElasticsearchAsyncClient client = new SearchConfiguration().client(SETTINGS);

    @SuppressWarnings("rawtypes")
    private static final Listing<Map> ALL = new Listing<>(
            Projection.PRODUCT_PAGE,
            Map.class,
            QueryBuilders.matchAll(m -> m),
            List.of(SortOptionsBuilders.field(f -> f.field("available"))),
            false);

    private int live = 1;
    private final Elasticsearch elasticsearch = new Elasticsearch(client, SETTINGS);
    private final Indices indices = new Indices() {
        @Override
        public int live(Projection projection) {
            return live;
        }

        @Override
        public String of(Projection projection, int generation) {
            return INDEX + "-g" + generation;
        }
    };
    private final Pages pages = new Pages(elasticsearch, SETTINGS, indices, new VersionGate(elasticsearch, SETTINGS));

    @BeforeAll
    static void keepMoreThanAreCounted() {
        client.indices()
                .create(c -> c.index(FIRST)
                        .withJson(Objects.requireNonNull(
                                Projection.class.getResourceAsStream(Projection.PRODUCT_PAGE.indexDefinition()))))
                .join();
        IntStream.rangeClosed(0, COUNT_UP_TO)
                .mapToObj(i -> client.index(d -> d.index(FIRST).document(Map.of("available", i))))
                .toList()
                .forEach(written -> written.join());
        client.indices().refresh(r -> r.index(FIRST)).join();
    }

    @AfterAll
    static void delete() throws Exception {
        client.indices().delete(d -> d.index(FIRST)).join();
        client.close();
    }

    @Test
    void saysWhenItStoppedCounting() {
        assertThat(pages.read(ALL, new PageRequest(1, null)).total()).isEqualTo(new Page.Total(COUNT_UP_TO, "gte"));
    }

    @Test
    void refusesAForgedPosition() {
        List<FieldValue> forged = List.of(FieldValue.of("no number"), FieldValue.of("one too many"));
        PageRequest request = new PageRequest(1, Cursor.after(ALL.identity(), new Cursor.Position(1, null, forged)));

        assertThatThrownBy(() -> pages.read(ALL, request)).isInstanceOf(BadParameter.class);
    }

    @Test
    void allPagesComeFromTheGenerationOfTheFirst() {
        Page<?> first = pages.read(ALL, new PageRequest(1, null));
        live = 2;

        assertThat(pages.read(ALL, new PageRequest(1, first.next())).items()).hasSize(1);
        assertThat(pages.read(ALL, new PageRequest(1, null)).items()).isEmpty();
    }

    @Test
    void aCursorOfAGenerationThatIsGoneIsNoEndOfTheList() {
        List<FieldValue> anywhere = List.of(FieldValue.of(1L));
        PageRequest gone = new PageRequest(1, Cursor.after(ALL.identity(), new Cursor.Position(9, null, anywhere)));

        assertThatThrownBy(() -> pages.read(ALL, gone)).isInstanceOf(CursorExpired.class);
    }
}
