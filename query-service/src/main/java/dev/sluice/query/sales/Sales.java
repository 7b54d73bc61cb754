package dev.sluice.query.sales;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.MultiBucketBase;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.QueryBuilders;
import dev.sluice.query.orders.OrderFilter;
import dev.sluice.query.orders.OrderListing;
import dev.sluice.query.page.Page;
import dev.sluice.query.request.BadParameter;
import dev.sluice.query.request.Parameters;
import dev.sluice.query.search.Pages;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.OrderStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What orders add up to, grouped by one thing. Of confirmed orders, unless a status is asked for. */
@Component
public class Sales {
    private static final String BY = "by";
    private static final Set<String> PARAMETERS = parameters();
    private static final String SALES = "sales";

    /** Elasticsearch adds up in doubles, which hold every whole number up to here. */
    private static final double EXACT = 0x1p53;

    private final Pages pages;

    Sales(Pages pages) {
        this.pages = pages;
    }

    /** Days in their order, of all else first what sold most. Throws {@link BadParameter}. */
    public Page<Sale> of(Map<String, List<String>> query) {
        Parameters parameters = Parameters.of(query, PARAMETERS);
        SalesBy by = by(parameters);
        Map<String, Aggregate> sums =
                pages.sums(OrderListing.of(orders(parameters, by)), Map.of(SALES, by.aggregation()));
        List<Sale> sales = new ArrayList<>();
        boolean complete = true;
        for (StringTermsBucket currency : currencies(sums.get(SALES))) {
            complete &= add(currency, sales);
        }
        return new Page<>(sales, null, complete ? Page.Total.exactly(sales.size()) : Page.Total.atLeast(sales.size()));
    }

    private static SalesBy by(Parameters parameters) {
        List<SalesBy> offered = List.of(SalesBy.values());
        SalesBy by = parameters.oneOf(BY, offered, SalesBy::spelling);
        if (by == null) {
            throw new BadParameter(
                    BY, "Give one of " + offered.stream().map(SalesBy::spelling).toList() + ".");
        }
        return by;
    }

    private static Query orders(Parameters parameters, SalesBy by) {
        Query filter = OrderFilter.of(parameters);
        return by == SalesBy.STATUS || parameters.has(OrderFilter.STATUS)
                ? filter
                : QueryBuilders.bool(b -> b.filter(filter, OrderFilter.ofStatus(OrderStatus.CONFIRMED)));
    }

    private static List<StringTermsBucket> currencies(@Nullable Aggregate sums) {
        if (sums == null) {
            return List.of();
        }
        Aggregate byCurrency = sums.isNested() ? sums.nested().aggregations().get(SalesBy.LINES) : sums;
        return byCurrency == null || !byCurrency.isSterms()
                ? List.of()
                : byCurrency.sterms().buckets().array();
    }

    /** Whether those are all groups. */
    private static boolean add(StringTermsBucket ofCurrency, List<Sale> sales) {
        String currency = ofCurrency.key().stringValue();
        Aggregate groups = Objects.requireNonNull(ofCurrency.aggregations().get(SalesBy.GROUPS));
        if (groups.isDateHistogram()) {
            groups.dateHistogram().buckets().array().forEach(day -> sales.add(sale(day.keyAsString(), day, currency)));
            return true;
        }
        groups.sterms()
                .buckets()
                .array()
                .forEach(group -> sales.add(sale(group.key().stringValue(), group, currency)));
        return Objects.requireNonNullElse(groups.sterms().sumOtherDocCount(), 0L) == 0;
    }

    private static Sale sale(@Nullable String key, MultiBucketBase group, String currency) {
        return new Sale(
                SalesBy.NONE.equals(key) ? null : key,
                group.docCount(),
                money(group, SalesBy.SOLD, currency),
                money(group, SalesBy.REFUNDED, currency),
                number(group, SalesBy.UNITS),
                number(group, SalesBy.RETURNED));
    }

    private static @Nullable Money money(MultiBucketBase group, String name, String currency) {
        Long amount = number(group, name);
        return amount == null || currency.equals(SalesBy.NONE) ? null : new Money(amount, currency);
    }

    private static @Nullable Long number(MultiBucketBase group, String name) {
        Aggregate sum = group.aggregations().get(name);
        if (sum == null) {
            return null;
        }
        double value = Objects.requireNonNullElse(sum.sum().value(), 0.0);
        if (value > EXACT) {
            throw new BadParameter(
                    "to",
                    "A sum is above 2^53 and would not be exact. Choose fewer orders, for instance by from and to.");
        }
        return (long) value;
    }

    private static Set<String> parameters() {
        Set<String> all = new HashSet<>(OrderFilter.PARAMETERS);
        all.add(BY);
        return Set.copyOf(all);
    }
}
