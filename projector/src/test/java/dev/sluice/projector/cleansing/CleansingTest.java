package dev.sluice.projector.cleansing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.projector.cleansing.Cleansing.Malformed;
import dev.sluice.schemas.catalog.ProductRow;
import dev.sluice.schemas.customer.CustomerRow;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.view.BackOfficeOrderView.Masked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleansingTest {

    @Test
    void namesHaveOneBlankBetweenWordsAndComposedLetters() {
        assertThat(customer("  Zoe\u0308\u00a0\t O\u0304e ", null, "France").name())
                .isEqualTo("Zo\u00eb \u014ce");
        assertThat(Cleansing.product(product(" Blue   mug", "Kitchen ", "GBP")))
                .isEqualTo(new ProductRow("MUG", "Blue mug", " as it is ", "Kitchen", 899, "GBP", 1));
    }

    @ParameterizedTest
    @CsvSource({
        "' Ada@Example.ORG ', Ada@example.org",
        "ada@localhost, ada@localhost",
    })
    void onlyTheDomainOfAnAddressIsTheSameInCapitals(String written, String cleansed) {
        assertThat(customer("Ada", written, "GB").email()).isEqualTo(cleansed);
    }

    @ParameterizedTest
    @CsvSource({
        "GB, United Kingdom",
        "united kingdom, United Kingdom",
        "UK, United Kingdom",
        "EIRE, Ireland",
        "' Iceland', Iceland",
        "Channel Islands, Channel Islands",
        "Unspecified, Unspecified",
    })
    void countriesHaveOneName(String written, String cleansed) {
        assertThat(customer("Ada", null, written).country()).isEqualTo(cleansed);
    }

    @Test
    void moneyIsOfACurrencyThatThereIs() {
        assertThat(Cleansing.product(product("Mug", "Kitchen", "gbp")).price()).isEqualTo(new Money(899, "GBP"));
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> Cleansing.product(product("Mug", "Kitchen", "GPB")))
                .withMessageContaining("ISO 4217");
    }

    @Test
    void whatCanBeNothingIsRefusedWithTheReason() {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> customer("\u00a0 ", null, "GB"))
                .withMessage("name must not be empty");
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> customer("Ada", "ada at example", "GB"))
                .withMessageContaining("ada@example.org");
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> Cleansing.product(new ProductRow("MUG", "Mug", null, "Kitchen", -1, "GBP", 1)))
                .withMessageContaining("price_amount");
    }

    @ParameterizedTest
    @CsvSource({
        "Ada Lovelace, ada@example.org, A*** L***, a***@e***.org",
        "Plato, , P***,",
        "\ud83d\ude00 Smile, x@localhost, \ud83d\ude00*** S***, x***@l***",
        "Q, q@a.b.co, Q***, q***@a***.co",
    })
    void theMaskedKeepsInitialsOnly(String name, @Nullable String email, String masked, @Nullable String maskedEmail) {
        assertThat(Cleansing.masked(customer(name, email, "GB"))).isEqualTo(new Masked(masked, maskedEmail));
    }

    private static CustomerRow customer(String name, @Nullable String email, String country) {
        return Cleansing.customer(new CustomerRow("c-1", name, email, country, 1));
    }

    private static ProductRow product(String name, String category, String currency) {
        return new ProductRow("MUG", name, " as it is ", category, 899, currency, 1);
    }
}
