package dev.sluice.query.orders;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.QueryBuilders;
import dev.sluice.query.request.BadParameter;
import dev.sluice.query.request.Parameters;
import dev.sluice.query.sight.Sight;
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.view.BackOfficeOrderView.PaymentState;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which orders: what the parameters say, all of it. An absent parameter filters nothing. */
public final class OrderFilter {
    public static final String STATUS = "status";
    static final String PAYMENT = "payment";
    static final String COUNTRY = "country";
    static final String SKU = "sku";
    static final String CATEGORY = "category";
    public static final Set<String> PARAMETERS = Set.of(
            STATUS,
            PAYMENT,
            COUNTRY,
            SKU,
            CATEGORY,
            "q",
            "customer",
            "customerName",
            "product",
            "from",
            "to",
            "minTotal",
            "maxTotal");

    /** What Elasticsearch can compare in nanoseconds; no order was accepted outside. */
    private static final Instant EARLIEST = Instant.EPOCH;

    private static final Instant LATEST = Instant.parse("2262-01-01T00:00:00Z");

    private OrderFilter() {}

    /** Throws {@link BadParameter}. */
    public static Query of(Parameters parameters) {
        return all(
                anyOf("status", names(parameters.anyOf(STATUS, OrderStatus.class))),
                anyOf("payment.state", names(parameters.anyOf(PAYMENT, PaymentState.class))),
                anyOf("customer.country", parameters.texts(COUNTRY)),
                is("products", parameters.id(SKU)),
                anyOf("categories", parameters.texts(CATEGORY)),
                anywhere(parameters.text("q"), Sight.now()),
                is("customer.id", parameters.id("customer")),
                words(Sight.now().customerName(), parameters.text("customerName")),
                product(parameters.text("product")),
                accepted(parameters.instant("from"), parameters.instant("to")),
                total(parameters.amount("minTotal"), parameters.amount("maxTotal")));
    }

    static Query ofCustomer(String id) {
        return all(is("customer.id", id));
    }

    public static Query ofStatus(OrderStatus status) {
        return all(is("status", status.name()));
    }

    private static Query all(@Nullable Query... clauses) {
        List<Query> given = Stream.of(clauses).filter(Objects::nonNull).toList();
        return QueryBuilders.bool(b -> b.filter(given));
    }

    private static @Nullable Query is(String field, @Nullable String value) {
        return value == null ? null : QueryBuilders.term(t -> t.field(field).value(value));
    }

    private static @Nullable Query anyOf(String field, Collection<String> values) {
        List<FieldValue> all = values.stream().map(FieldValue::of).toList();
        return all.isEmpty() ? null : QueryBuilders.terms(t -> t.field(field).terms(v -> v.value(all)));
    }

    /** All words, the last of them perhaps unfinished. */
    private static @Nullable Query words(String field, @Nullable String words) {
        return words == null
                ? null
                : QueryBuilders.matchBoolPrefix(m -> m.field(field).query(words).operator(Operator.And));
    }

    /** All words in one name of one line, as it was sold or as it is called today. */
    private static @Nullable Query product(@Nullable String words) {
        Query asSold = words("lines.name", words);
        Query today = words("lines.currentName", words);
        return asSold == null || today == null
                ? null
                : QueryBuilders.nested(n -> n.path("lines").query(either(asSold, today)));
    }

    /** All words somewhere in the order; or its id. */
    private static @Nullable Query anywhere(@Nullable String words, Sight sight) {
        Query text = words(sight.words(), words);
        Query id = is("id", words);
        return text == null || id == null ? null : either(text, id);
    }

    private static Query either(Query one, Query other) {
        return QueryBuilders.bool(b -> b.should(one, other).minimumShouldMatch("1"));
    }

    /** Throws {@link BadParameter}. */
    private static @Nullable Query accepted(@Nullable Instant from, @Nullable Instant to) {
        requireOrdered("to", from, to, "Give a time that is not before from.");
        return from == null && to == null
                ? null
                : QueryBuilders.range(r -> r.date(
                        d -> d.field(OrderListing.ACCEPTED_AT).gte(text(from)).lt(text(to))));
    }

    /** In minor units, both included. An order that was never priced has no total and matches no bound. */
    private static @Nullable Query total(@Nullable Long least, @Nullable Long most) {
        requireOrdered("maxTotal", least, most, "Give an amount that is not below minTotal.");
        return least == null && most == null
                ? null
                : QueryBuilders.range(r ->
                        r.longNumber(n -> n.field(OrderListing.TOTAL).gte(least).lte(most)));
    }

    private static List<String> names(Set<? extends Enum<?>> chosen) {
        return chosen.stream().map(Enum::name).sorted().toList();
    }

    private static @Nullable String text(@Nullable Instant instant) {
        if (instant == null) {
            return null;
        }
        Instant late = instant.isAfter(LATEST) ? LATEST : instant;
        return (late.isBefore(EARLIEST) ? EARLIEST : late).toString();
    }

    private static <T extends Comparable<T>> void requireOrdered(
            String name, @Nullable T least, @Nullable T most, String mend) {
        if (least != null && most != null && least.compareTo(most) > 0) {
            throw new BadParameter(name, mend);
        }
    }
}
