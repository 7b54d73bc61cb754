package dev.sluice.query.orders;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.AggregationBuilders;
import co.elastic.clients.util.NamedValue;
import dev.sluice.query.page.Page;
import dev.sluice.query.request.Parameters;
import dev.sluice.query.search.Listing;
import dev.sluice.query.search.Pages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be counted of a list of orders: each is named after the parameter that its values can be given to. */
enum Facet {
    STATUS(OrderFilter.STATUS, "status"),
    PAYMENT(OrderFilter.PAYMENT, "payment.state"),
    COUNTRY(OrderFilter.COUNTRY, "customer.country"),
    SKU(OrderFilter.SKU, "products"),
    CATEGORY(OrderFilter.CATEGORY, "categories");

    static final String PARAMETER = "facet";

    /** Of each facet, the most frequent values. */
    private static final int MOST_VALUES = 50;

    private final String parameter;
    private final String field;

    Facet(String parameter, String field) {
        this.parameter = parameter;
        this.field = field;
    }

    static Set<Facet> of(Parameters parameters) {
        return parameters.anyOf(PARAMETER, List.of(values()), facet -> facet.parameter);
    }

    /** In the index the counts do not depend on the page, so Elasticsearch may answer them from its cache. */
    static Map<String, List<Page.Count>> count(Set<Facet> facets, Pages pages, Listing<?> listing) {
        Map<String, Aggregation> wanted = new LinkedHashMap<>();
        facets.forEach(facet -> wanted.put(facet.parameter, facet.aggregation()));
        Map<String, Aggregate> found = pages.sums(listing, wanted);
        Map<String, List<Page.Count>> counts = new LinkedHashMap<>();
        wanted.keySet().forEach(name -> counts.put(name, counts(found.get(name))));
        return counts;
    }

    private Aggregation aggregation() {
        return AggregationBuilders.terms(t -> t.field(field)
                .size(MOST_VALUES)
                .order(NamedValue.of("_count", SortOrder.Desc), NamedValue.of("_key", SortOrder.Asc)));
    }

    private static List<Page.Count> counts(@Nullable Aggregate aggregate) {
        return aggregate == null || !aggregate.isSterms()
                ? List.of()
                : aggregate.sterms().buckets().array().stream()
                        .map(bucket -> new Page.Count(bucket.key().stringValue(), bucket.docCount()))
                        .toList();
    }
}
