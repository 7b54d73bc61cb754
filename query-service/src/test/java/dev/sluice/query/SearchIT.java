package dev.sluice.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.query.RunningService.Answer;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.view.BackOfficeOrderView;
import dev.sluice.schemas.view.BackOfficeOrderView.Line;
import dev.sluice.schemas.view.BackOfficeOrderView.PaymentState;
import dev.sluice.schemas.view.Projection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the service finds, counts and sorts, against the same done by hand over all documents. */
class SearchIT {
    private static final Library library = new Library();
    private static final RunningService service = library.service();
    private static final List<BackOfficeOrderView> orders = new GeneratedOrders(42).take(300);

    @BeforeAll
    static void keepOrders() {
        library.create(Projection.BACK_OFFICE_ORDERS);
        library.addOrders(orders);
    }

    @AfterAll
    static void close() {
        library.close();
    }

    static Stream<Arguments> filters() {
        return Stream.of(
                filter("status=REJECTED", o -> o.status() == OrderStatus.REJECTED),
                filter("payment=FROZEN", o -> o.payment().state() == PaymentState.FROZEN),
                filter(
                        "payment=FROZEN&payment=REFUSED&status=PENDING",
                        o -> o.status() == OrderStatus.PENDING
                                && (o.payment().state() == PaymentState.FROZEN
                                        || o.payment().state() == PaymentState.REFUSED)),
                filter("customer=-mallory", o -> o.customer().id().equals("-mallory")),
                filter("customerName=LOVE", o -> "ada".equals(o.customer().id())),
                filter(
                        "customerName=hopper+gra",
                        o -> "grace".equals(o.customer().id())),
                filter("customerName=love+ada", o -> false),
                filter("country=Iceland", o -> "Iceland".equals(o.customer().country())),
                filter(
                        "country=GB&country=%2B",
                        o -> "GB".equals(o.customer().country())
                                || "+".equals(o.customer().country())),
                filter("sku=SKU-3", anyLine(line -> line.sku().equals("SKU-3"))),
                filter("product=blue", anyLine(line -> named(line, "Blue mug") || named(line, "Blue bowl"))),
                filter("product=bowl+bl", anyLine(line -> named(line, "Blue bowl"))),
                filter("product=samov", anyLine(line -> line.sku().equals("SKU-7"))),
                filter("category=Garden%20tools", anyLine(line -> "Garden tools".equals(line.category()))),
                filter(
                        "minTotal=900&maxTotal=1200",
                        o -> o.total() != null
                                && o.total().amount() >= 900
                                && o.total().amount() <= 1200),
                filter(
                        "from=2026-02-10T00:00:00Z&to=2026-02-20T00:00:00Z",
                        o -> o.acceptedAt().toString().compareTo("2026-02-10") >= 0
                                && o.acceptedAt().toString().compareTo("2026-02-20") < 0),
                filter("q=noether", o -> o.customer().id().equals("emmy")),
                filter("q=navy.example", o -> o.customer().id().equals("grace")),
                filter(
                        "q=" + orders.get(7).id(),
                        o -> o.id().equals(orders.get(7).id())),
                filter(
                        "q=lovelace+kitch",
                        o -> o.customer().id().equals("ada")
                                && anyLine(line -> "Kitchen".equals(line.category()))
                                        .test(o)));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void findsWhatMatches(String query, Predicate<BackOfficeOrderView> matches) throws Exception {
        assertThat(ids(query + "&sort=total"))
                .containsExactlyInAnyOrderElementsOf(
                        matching(matches).map(BackOfficeOrderView::id).toList());
    }

    @ParameterizedTest
    @MethodSource("filters")
    void countsWhatMatches(String query, Predicate<BackOfficeOrderView> matches) throws Exception {
        JsonNode facets = service.get("/admin/orders?limit=1&facet=status&facet=payment&facet=country&facet=sku"
                        + "&facet=category&" + query)
                .body()
                .get("facets");

        List<BackOfficeOrderView> found = matching(matches).toList();
        assertThat(facets.propertyNames()).containsExactly("status", "payment", "country", "sku", "category");
        assertThat(counts(facets.get("status")))
                .isEqualTo(counted(found, o -> Stream.of(o.status().name())));
        assertThat(counts(facets.get("payment")))
                .isEqualTo(counted(found, o -> Stream.of(o.payment().state().name())));
        assertThat(counts(facets.get("country")))
                .isEqualTo(counted(found, o -> Stream.ofNullable(o.customer().country())));
        assertThat(counts(facets.get("sku")))
                .isEqualTo(counted(found, o -> o.lines().stream().map(Line::sku)));
        assertThat(counts(facets.get("category")))
                .isEqualTo(counted(
                        found,
                        o -> o.lines().stream()
                                .map(Line::category)
                                .filter(Objects::nonNull)
                                .distinct()));
    }

    @Test
    void countsNothingUnasked() throws Exception {
        assertThat(service.get("/admin/orders").body().has("facets")).isFalse();
    }

    static Stream<Arguments> orders() {
        return Stream.of(
                order("acceptedAt", o -> o.acceptedAt()),
                order("total", o -> o.total() == null ? null : o.total().amount()),
                order("customer", o -> lowerCase(o.customer().name())),
                order("country", o -> o.customer().country()),
                order("status", o -> o.status().name()),
                order("payment", o -> o.payment().state().name()));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void sortsBothWays(String field, Function<BackOfficeOrderView, @Nullable Comparable<Object>> key) throws Exception {
        assertThat(ids("sort=" + field)).containsExactlyElementsOf(sorted(key, Comparator.naturalOrder()));
        assertThat(ids("sort=-" + field)).containsExactlyElementsOf(sorted(key, Comparator.reverseOrder()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"", "mug AND (", "name:[a TO *]", "\\", "{}", "--", "🙂"})
    void takesEverySignForAWord(String words) throws Exception {
        String encoded = URLEncoder.encode(words, StandardCharsets.UTF_8);

        for (String parameter : List.of("q", "product", "customerName", "country", "category")) {
            assertThat(service.get("/admin/orders?" + parameter + "=" + encoded).status())
                    .isEqualTo(200);
        }
    }

    /** Of equals the newest first, then the higher id; what lacks the key comes last either way. */
    private static List<String> sorted(
            Function<BackOfficeOrderView, @Nullable Comparable<Object>> key, Comparator<Comparable<Object>> way) {
        boolean byTime =
                Objects.equals(key.apply(orders.getFirst()), orders.getFirst().acceptedAt());
        Comparator<BackOfficeOrderView> newest =
                Comparator.comparing(BackOfficeOrderView::acceptedAt).reversed();
        Comparator<BackOfficeOrderView> highest =
                Comparator.comparing(BackOfficeOrderView::id).reversed();
        Comparator<BackOfficeOrderView> first = Comparator.comparing(key, Comparator.nullsLast(way));
        return orders.stream()
                .sorted(
                        byTime
                                ? first.thenComparing(highest)
                                : first.thenComparing(newest).thenComparing(highest))
                .map(BackOfficeOrderView::id)
                .toList();
    }

    /** On pages of 100, to their end. */
    private static List<String> ids(String query) throws Exception {
        List<String> ids = new ArrayList<>();
        Answer page = service.get("/admin/orders?limit=100&" + query);
        page.items("/id").forEach(ids::add);
        while (!page.next().isEmpty()) {
            page = service.get("/admin/orders?limit=100&" + query + "&cursor=" + page.next());
            page.items("/id").forEach(ids::add);
        }
        assertThat(page.total()).isEqualTo(ids.size());
        return ids;
    }

    private static Stream<BackOfficeOrderView> matching(Predicate<BackOfficeOrderView> matches) {
        return orders.stream().filter(matches);
    }

    private static Map<String, Long> counted(
            List<BackOfficeOrderView> found, Function<BackOfficeOrderView, Stream<String>> values) {
        return found.stream().flatMap(values).collect(Collectors.groupingBy(value -> value, Collectors.counting()));
    }

    private static Map<String, Long> counts(JsonNode facet) {
        return facet.values().stream()
                .map(node -> Json.MAPPER.treeToValue(node, Count.class))
                .collect(Collectors.toMap(Count::value, Count::count));
    }

    private record Count(String value, long count) {}

    private static Arguments filter(String query, Predicate<BackOfficeOrderView> matches) {
        return Arguments.of(query, matches);
    }

    private static Arguments order(String field, Function<BackOfficeOrderView, @Nullable Object> key) {
        return Arguments.of(field, key);
    }

    private static Predicate<BackOfficeOrderView> anyLine(Predicate<Line> matches) {
        return order -> order.lines().stream().anyMatch(matches);
    }

    private static boolean named(Line line, String name) {
        return name.equals(line.name());
    }

    private static @Nullable String lowerCase(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
}
