package dev.sluice.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.view.BackOfficeOrderView;
import dev.sluice.schemas.view.Projection;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class SalesIT {
    private static final Library library = new Library();
    private static final RunningService service = library.service();
    private static final List<BackOfficeOrderView> orders = new GeneratedOrders(7).take(300);

    @BeforeAll
    static void keepOrders() {
        library.create(Projection.BACK_OFFICE_ORDERS);
        library.addOrders(orders);
    }

    @AfterAll
    static void close() {
        library.close();
    }

    static Stream<Arguments> groupings() {
        Predicate<BackOfficeOrderView> confirmed = o -> o.status() == OrderStatus.CONFIRMED;
        return Stream.of(
                grouping("by=day", confirmed, SalesIT::day),
                grouping("by=country", confirmed, o -> o.customer().country()),
                grouping("by=status", o -> true, o -> o.status().name()),
                grouping(
                        "by=country&status=REJECTED&q=grace",
                        o -> o.status() == OrderStatus.REJECTED
                                && o.customer().id().equals("grace"),
                        o -> o.customer().country()));
    }

    @ParameterizedTest
    @MethodSource("groupings")
    void addsUpOrders(
            String query, Predicate<BackOfficeOrderView> matches, Function<BackOfficeOrderView, @Nullable String> key)
            throws Exception {
        Map<Group, Sums> expected = new HashMap<>();
        orders.stream()
                .filter(matches)
                .forEach(o -> expected.merge(
                        new Group(key.apply(o), currency(o.total())),
                        new Sums(1, amount(o.total()), amount(o.refunded()), 0, 0),
                        Sums::plus));

        assertThat(sales(query)).isNotEmpty().isEqualTo(expected);
    }

    @Test
    void addsUpLines() throws Exception {
        Map<Group, Sums> expected = new HashMap<>();
        orders.stream()
                .filter(o -> o.status() == OrderStatus.CONFIRMED)
                .flatMap(o -> o.lines().stream())
                .forEach(line -> expected.merge(
                        new Group(line.sku(), currency(line.total())),
                        new Sums(
                                1,
                                amount(line.total()),
                                0,
                                line.quantity(),
                                line.returned() == null ? 0 : line.returned()),
                        Sums::plus));

        assertThat(sales("by=product")).isNotEmpty().isEqualTo(expected);
    }

    @Test
    void showsDaysInTheirOrderAndElseWhatSoldMostFirst() throws Exception {
        assertThat(pounds("by=day").map(item -> item.get("key").asString())).isSorted();
        assertThat(pounds("by=product").map(item -> -item.at("/sold/amount").asLong()))
                .isSorted();
    }

    private static Stream<JsonNode> pounds(String query) throws Exception {
        return service.get("/admin/sales?" + query).body().get("items").values().stream()
                .filter(item -> item.at("/sold/currency").asString("").equals("GBP"));
    }

    private static Map<Group, Sums> sales(String query) throws Exception {
        JsonNode body = service.get("/admin/sales?" + query).body();
        assertThat(body.at("/total/value").asInt()).isEqualTo(body.get("items").size());
        return body.get("items").values().stream()
                .map(item -> Json.MAPPER.treeToValue(item, Item.class))
                .collect(Collectors.toMap(
                        item -> new Group(item.key(), currency(item.sold())),
                        item -> new Sums(
                                item.orders(),
                                amount(item.sold()),
                                amount(item.refunded()),
                                item.units() == null ? 0 : item.units(),
                                item.returned() == null ? 0 : item.returned())));
    }

    private record Item(
            @Nullable String key,
            long orders,
            @Nullable Money sold,
            @Nullable Money refunded,
            @Nullable Long units,
            @Nullable Long returned) {}

    private record Group(@Nullable String key, String currency) {}

    private record Sums(long orders, long sold, long refunded, long units, long returned) {
        Sums plus(Sums other) {
            return new Sums(
                    orders + other.orders,
                    sold + other.sold,
                    refunded + other.refunded,
                    units + other.units,
                    returned + other.returned);
        }
    }

    private static Arguments grouping(
            String query, Predicate<BackOfficeOrderView> matches, Function<BackOfficeOrderView, @Nullable String> key) {
        return Arguments.of(query, matches, key);
    }

    private static String day(BackOfficeOrderView order) {
        return order.acceptedAt().atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static String currency(@Nullable Money money) {
        return money == null ? "" : money.currency();
    }

    private static long amount(@Nullable Money money) {
        return money == null ? 0 : money.amount();
    }
}
