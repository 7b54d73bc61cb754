package dev.sluice.edge.products;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.view.ProductPageView;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HtmlTest {
    private static final String EVIL = "\"'><script>alert(1)</script>&";

    @Test
    void escapesEverything() {
        String page = page(new ProductPageView("A", EVIL, EVIL, EVIL, new Money(1, "GBP"), 1, 1, 1));

        assertThat(page)
                .doesNotContain("<script>")
                .contains("&lt;script&gt;")
                .contains("content=\"&#34;&#39;")
                .contains("&amp;");
    }

    @Test
    void writesPricesAsTheirCurrencyDoes() {
        assertThat(page(new Money(123_456, "GBP"))).contains("£1,234.56");
        assertThat(page(new Money(500, "JPY"))).contains("500").doesNotContain("5.00");
        assertThat(page(new Money(1_234, "ABC"))).contains("12.34 ABC");
    }

    @Test
    void saysWhetherThereAreAny() {
        assertThat(page("text", 1_200)).contains("In stock: 1,200").doesNotContain("Sold out");
        assertThat(page("text", 0)).contains("Sold out");
        assertThat(page("text", -3)).contains("Sold out");
    }

    @Test
    void doesWithoutADescription() {
        assertThat(page("words", 1)).contains("class=\"description\">words");
        assertThat(page(null, 1)).doesNotContain("class=\"description\"");
        assertThat(page(" ", 1)).doesNotContain("class=\"description\"");
    }

    private static String page(Money price) {
        return page(new ProductPageView("A", "Mug", null, "Kitchen", price, 1, 1, 1));
    }

    private static String page(@Nullable String description, long available) {
        return page(new ProductPageView("A", "Mug", description, "Kitchen", new Money(1, "GBP"), available, 1, 1));
    }

    private static String page(ProductPageView view) {
        return new String(new Html().render(view), StandardCharsets.UTF_8);
    }
}
