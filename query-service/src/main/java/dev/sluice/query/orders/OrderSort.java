package dev.sluice.query.orders;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOptionsBuilders;
import co.elastic.clients.elasticsearch._types.SortOrder;
import dev.sluice.query.request.Parameters;
import dev.sluice.query.sight.Sight;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What orders are sorted by, and which way: the field alone, or behind a hyphen for the largest first. */
record OrderSort(Field field, SortOrder direction) {
    static final String PARAMETER = "sort";
    static final OrderSort NEWEST_FIRST = new OrderSort(Field.acceptedAt, SortOrder.Desc);

    private static final List<OrderSort> ALL = Stream.of(Field.values())
            .flatMap(field -> Stream.of(new OrderSort(field, SortOrder.Asc), new OrderSort(field, SortOrder.Desc)))
            .toList();

    /** Named as in the API. */
    enum Field {
        acceptedAt(OrderListing.ACCEPTED_AT, false),
        total(OrderListing.TOTAL, false),
        /** By the field that the reader may see. */
        customer("", true),
        country("customer.country", true),
        status("status", true),
        payment("payment.state", true);

        private final String path;
        private final boolean changes;

        Field(String path, boolean changes) {
            this.path = path;
            this.changes = changes;
        }
    }

    static OrderSort of(Parameters parameters) {
        OrderSort chosen = parameters.oneOf(PARAMETER, ALL, OrderSort::spelling);
        return Objects.requireNonNullElse(chosen, NEWEST_FIRST);
    }

    private String spelling() {
        return direction == SortOrder.Desc ? "-" + field.name() : field.name();
    }

    /** Whether an order that changes may move to another place. */
    boolean moving() {
        return field.changes;
    }

    /** Of equals the newest comes first, then the id decides; those that lack the field come last. */
    List<SortOptions> order() {
        SortOptions id = SortOptionsBuilders.field(f -> f.field("id").order(SortOrder.Desc));
        return field == Field.acceptedAt
                ? List.of(accepted(direction), id)
                : List.of(
                        SortOptionsBuilders.field(
                                f -> f.field(path()).order(direction).missing("_last")),
                        accepted(SortOrder.Desc),
                        id);
    }

    private String path() {
        return field == Field.customer ? Sight.now().customerOrder() : field.path;
    }

    private static SortOptions accepted(SortOrder direction) {
        return SortOptionsBuilders.field(f -> f.field(OrderListing.ACCEPTED_AT)
                .order(direction)
                // Else the position is given in nanoseconds and read back in milliseconds.
                .format("strict_date_optional_time_nanos"));
    }
}
