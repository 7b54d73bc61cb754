package dev.sluice.query.sales;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.AggregationBuilders;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.util.NamedValue;
import dev.sluice.query.orders.OrderListing;
import java.util.Map;

/**
 * What sales are grouped by, and how Elasticsearch is asked: first by currency, since amounts of several do not add up. The
 * index has one shard, so that groups in the order of their sums are exact.
 */
enum SalesBy {
    DAY("day") {
        @Override
        Aggregation aggregation() {
            return byCurrency(
                    "total.currency",
                    Aggregation.of(a -> a.dateHistogram(d -> d.field(OrderListing.ACCEPTED_AT)
                                    .calendarInterval(CalendarInterval.Day)
                                    .format("yyyy-MM-dd")
                                    .minDocCount(1))
                            .aggregations(OF_ORDERS)));
        }
    },
    COUNTRY("country") {
        @Override
        Aggregation aggregation() {
            return byCurrency("total.currency", byValue("customer.country", OF_ORDERS));
        }
    },
    PRODUCT("product") {
        @Override
        Aggregation aggregation() {
            return Aggregation.of(a -> a.nested(n -> n.path("lines"))
                    .aggregations(LINES, byCurrency("lines.total.currency", byValue("lines.sku", OF_LINES))));
        }
    },
    STATUS("status") {
        @Override
        Aggregation aggregation() {
            return byCurrency("total.currency", byValue("status", OF_ORDERS));
        }
    };

    static final String LINES = "lines";
    static final String GROUPS = "groups";
    static final String SOLD = "sold";
    static final String REFUNDED = "refunded";
    static final String UNITS = "units";
    static final String RETURNED = "returned";

    /** Stands for what a document lacks: the country of an unknown customer, the currency of an order never priced. */
    static final String NONE = "";

    /** More than there are countries; of the products of a large shop, those that sold best. */
    static final int MOST_GROUPS = 1_000;

    private static final int MOST_CURRENCIES = 200;

    private static final Map<String, Aggregation> OF_ORDERS =
            Map.of(SOLD, sum("total.amount"), REFUNDED, sum("refunded.amount"));
    private static final Map<String, Aggregation> OF_LINES =
            Map.of(SOLD, sum("lines.total.amount"), UNITS, sum("lines.quantity"), RETURNED, sum("lines.returned"));

    private final String spelling;

    SalesBy(String spelling) {
        this.spelling = spelling;
    }

    String spelling() {
        return spelling;
    }

    abstract Aggregation aggregation();

    private static Aggregation byCurrency(String field, Aggregation groups) {
        return Aggregation.of(
                a -> a.terms(t -> t.field(field).size(MOST_CURRENCIES).missing(FieldValue.of(NONE)))
                        .aggregations(GROUPS, groups));
    }

    private static Aggregation byValue(String field, Map<String, Aggregation> sums) {
        return Aggregation.of(a -> a.terms(t -> t.field(field)
                        .size(MOST_GROUPS)
                        .missing(FieldValue.of(NONE))
                        .order(NamedValue.of(SOLD, SortOrder.Desc), NamedValue.of("_key", SortOrder.Asc)))
                .aggregations(sums));
    }

    private static Aggregation sum(String field) {
        return AggregationBuilders.sum(s -> s.field(field));
    }
}
