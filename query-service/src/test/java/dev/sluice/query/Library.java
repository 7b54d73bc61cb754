package dev.sluice.query;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch._types.Refresh;
import dev.sluice.query.search.Indices;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.view.BackOfficeOrderView;
import dev.sluice.schemas.view.DeadLetterView;
import dev.sluice.schemas.view.ProductPageView;
import dev.sluice.schemas.view.Projection;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Indices of this test alone, made as the projector makes the real ones. */
final class Library implements AutoCloseable {
    private final RunningService service =
            RunningService.with(OwnIndices.class, "sluice.elasticsearch.timeout=30s", "sluice.elasticsearch.behind=1s");
    private final ElasticsearchAsyncClient client = service.bean(ElasticsearchAsyncClient.class);
    private final Indices names = service.bean(Indices.class);

    static final class OwnIndices {
        @Bean
        @Primary
        Indices ownIndices() {
            String suffix = "-it-" + Ids.next();
            return new Indices() {
                @Override
                public int live(Projection projection) {
                    return Projection.FIRST_GENERATION;
                }

                @Override
                public String of(Projection projection, int generation) {
                    return projection.index(generation) + suffix;
                }
            };
        }
    }

    RunningService service() {
        return service;
    }

    ElasticsearchAsyncClient elasticsearch() {
        return client;
    }

    /** An index that nobody created is an empty list to the service. */
    void create(Projection projection) {
        InputStream definition =
                Objects.requireNonNull(Projection.class.getResourceAsStream(projection.indexDefinition()));
        client.indices()
                .create(c -> c.index(names.of(projection)).withJson(definition))
                .join();
    }

    void addOrders(List<BackOfficeOrderView> orders) {
        add(Projection.BACK_OFFICE_ORDERS, orders, BackOfficeOrderView::id);
    }

    void addProducts(List<ProductPageView> products) {
        add(Projection.PRODUCT_PAGE, products, ProductPageView::sku);
    }

    void addDeadLetters(List<DeadLetterView> letters) {
        add(Projection.DEAD_LETTERS, letters, DeadLetterView::id);
    }

    /** As the projector adds: searches see it with the next refresh. */
    void addUnrefreshed(Projection projection, String id, Object document) {
        var _ = client.index(i -> i.index(names.of(projection)).id(id).document(document))
                .join();
    }

    private <T> void add(Projection projection, List<T> documents, Function<T, String> id) {
        boolean errors = client.bulk(b -> {
                    b.refresh(Refresh.True);
                    documents.forEach(d -> b.operations(o -> o.index(
                            i -> i.index(names.of(projection)).id(id.apply(d)).document(d))));
                    return b;
                })
                .join()
                .errors();
        if (errors) {
            throw new AssertionError("Elasticsearch refused a document");
        }
    }

    @Override
    public void close() {
        for (Projection projection :
                List.of(Projection.BACK_OFFICE_ORDERS, Projection.PRODUCT_PAGE, Projection.DEAD_LETTERS)) {
            client.indices()
                    .delete(d -> d.index(names.of(projection)).ignoreUnavailable(true))
                    .join();
        }
        service.close();
    }
}
