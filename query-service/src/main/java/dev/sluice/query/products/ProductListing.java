package dev.sluice.query.products;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOptionsBuilders;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.QueryBuilders;
import dev.sluice.query.search.Listing;
import dev.sluice.schemas.view.ProductPageView;
import dev.sluice.schemas.view.Projection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Products by rank, then by name. The rank says only where the words were found, in whole numbers, and so stays what it is
 * while other products change: a score from term statistics would shift between two pages.
 */
final class ProductListing {
    private static final float SKU = 8;
    private static final float NAME = 4;
    private static final float ANYWHERE = 2;
    private static final float MISSPELT = 1;

    private static final List<SortOptions> BY_NAME = List.of(
            SortOptionsBuilders.field(f -> f.field("name.sort").order(SortOrder.Asc)),
            SortOptionsBuilders.field(f -> f.field("sku").order(SortOrder.Asc)));

    private static final List<SortOptions> BY_RANK_AND_NAME =
            List.of(SortOptionsBuilders.score(s -> s.order(SortOrder.Desc)), BY_NAME.getFirst(), BY_NAME.getLast());

    private ProductListing() {}

    /** @param words the last may be unfinished; null for all products */
    static Listing<ProductPageView> of(@Nullable String words) {
        return words == null
                ? listing(QueryBuilders.matchAll(m -> m), BY_NAME)
                : listing(matching(words), BY_RANK_AND_NAME);
    }

    private static Listing<ProductPageView> listing(Query query, List<SortOptions> order) {
        return new Listing<>(Projection.PRODUCT_PAGE, ProductPageView.class, query, order, false);
    }

    private static Query matching(String words) {
        return QueryBuilders.bool(b -> b.minimumShouldMatch("1")
                .should(ranked(
                        SKU, QueryBuilders.term(t -> t.field("sku").value(words).caseInsensitive(true))))
                .should(ranked(NAME, startOfWords("name", words)))
                .should(ranked(ANYWHERE, startOfWords("text", words)))
                .should(ranked(
                        MISSPELT,
                        QueryBuilders.match(m -> m.field("text")
                                .query(words)
                                .operator(Operator.And)
                                .fuzziness("AUTO")
                                .prefixLength(1)))));
    }

    private static Query startOfWords(String field, String words) {
        return QueryBuilders.matchBoolPrefix(m -> m.field(field).query(words).operator(Operator.And));
    }

    private static Query ranked(float rank, Query query) {
        return QueryBuilders.constantScore(c -> c.filter(query).boost(rank));
    }
}
