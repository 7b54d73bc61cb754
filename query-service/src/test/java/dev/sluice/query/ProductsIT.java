package dev.sluice.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.query.RunningService.Answer;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.view.ProductPageView;
import dev.sluice.schemas.view.Projection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductsIT {
    private static final Library library = new Library();
    private static final RunningService service = library.service();

    @BeforeAll
    static void keepProducts() {
        library.create(Projection.PRODUCT_PAGE);
        library.addProducts(List.of(
                product("MUG-BLUE", "Blue mug", "Stoneware from Cornwall", "Kitchen"),
                product("MUG-RED", "red Mug", null, "Kitchen"),
                product("85123A", "Hanging heart lantern", "A warm light for a blue hour", "Lights"),
                product("LANTERN", "Café chair", null, "Garden")));
    }

    @AfterAll
    static void close() {
        library.close();
    }

    @ParameterizedTest
    @CsvSource({
        "mug, MUG-BLUE MUG-RED",
        "kitchen red, MUG-RED",
        "stone, MUG-BLUE",
        "cornwall kit, MUG-BLUE",
        "BLUE, MUG-BLUE 85123A",
        "lantern, LANTERN 85123A",
        "85123a, 85123A",
        "8512, 85123A",
        "mug-r, MUG-RED",
        "lantren, LANTERN 85123A",
        "blue garden, ''"
    })
    void findsWordsAndTheirBeginnings(String words, String skus) throws Exception {
        Answer answer = service.get("/products?q=" + encoded(words));

        assertThat(answer.items("/sku")).containsExactly(skus.isEmpty() ? new String[0] : skus.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?q=", "?q=+"})
    void listsByNameWithoutWords(String query) throws Exception {
        Answer answer = service.get("/products" + query);

        assertThat(answer.items("/name")).containsExactly("Blue mug", "Café chair", "Hanging heart lantern", "red Mug");
        assertThat(answer.total()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/products?limit=1", "/products?limit=1&q=l"})
    void pagesOverRanks(String path) throws Exception {
        List<String> all =
                service.get(path.replace("limit=1", "limit=100")).items("/sku").toList();
        Answer page = service.get(path);
        for (String sku : all.subList(0, all.size() - 1)) {
            assertThat(page.items("/sku")).containsExactly(sku);
            page = service.get(path + "&cursor=" + page.next());
        }
        assertThat(page.items("/sku")).containsExactly(all.getLast());
        assertThat(page.next()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"", "mug AND (", "name:[a TO *]", "/.*/", "\\", "{}", "--", "\u0000", "🙂", "𐏿"})
    void takesEverySignForAWord(String words) throws Exception {
        assertThat(service.get("/products?q=" + encoded(words)).status()).isEqualTo(200);
    }

    @Test
    void tellsTheLongestQuery() throws Exception {
        assertThat(service.get("/products?q=" + "a+".repeat(100)).status()).isEqualTo(200);
        assertThat(service.get("/products?q=" + "a".repeat(201)).status()).isEqualTo(400);
    }

    private static ProductPageView product(String sku, String name, @Nullable String description, String category) {
        return new ProductPageView(sku, name, description, category, new Money(899, "GBP"), 3, 1, 2);
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
