package dev.sluice.query.orders;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.QueryBuilders;
import dev.sluice.query.request.BadParameter;
import dev.sluice.query.request.Parameters;
import dev.sluice.schemas.order.OrderStatus;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which orders. What is null, or empty, filters nothing.
 *
 * @param from accepted then or later
 * @param to accepted before
 * @param minTotal in minor units, included; an order that was never priced has no total and matches no bound
 * @param maxTotal in minor units, included
 */
record OrderFilter(
        Set<OrderStatus> status,
        @Nullable String customer,
        @Nullable String sku,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Long minTotal,
        @Nullable Long maxTotal) {

    static final Set<String> PARAMETERS = Set.of("status", "customer", "sku", "from", "to", "minTotal", "maxTotal");

    /** What Elasticsearch can compare in nanoseconds; no order was accepted outside. */
    private static final Instant EARLIEST = Instant.EPOCH;

    private static final Instant LATEST = Instant.parse("2262-01-01T00:00:00Z");

    static OrderFilter of(Parameters parameters) {
        OrderFilter filter = new OrderFilter(
                parameters.anyOf("status", OrderStatus.class),
                parameters.id("customer"),
                parameters.id("sku"),
                parameters.instant("from"),
                parameters.instant("to"),
                parameters.amount("minTotal"),
                parameters.amount("maxTotal"));
        requireOrdered("to", filter.from(), filter.to(), "Give a time that is not before from.");
        requireOrdered("maxTotal", filter.minTotal(), filter.maxTotal(), "Give an amount that is not below minTotal.");
        return filter;
    }

    static OrderFilter ofCustomer(String id) {
        return new OrderFilter(Set.of(), id, null, null, null, null, null);
    }

    Query query() {
        BoolQuery.Builder all = QueryBuilders.bool();
        if (!status.isEmpty()) {
            List<FieldValue> names =
                    status.stream().map(s -> FieldValue.of(s.name())).toList();
            all.filter(q -> q.terms(t -> t.field("status").terms(v -> v.value(names))));
        }
        term(all, "customer.id", customer);
        term(all, "lines.sku", sku);
        if (from != null || to != null) {
            all.filter(q -> q.range(r -> r.date(
                    d -> d.field(OrderListing.ACCEPTED_AT).gte(text(from)).lt(text(to)))));
        }
        if (minTotal != null || maxTotal != null) {
            all.filter(q -> q.range(
                    r -> r.longNumber(n -> n.field("total.amount").gte(minTotal).lte(maxTotal))));
        }
        return all.build()._toQuery();
    }

    private static void term(BoolQuery.Builder all, String field, @Nullable String value) {
        if (value != null) {
            all.filter(q -> q.term(t -> t.field(field).value(value)));
        }
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
