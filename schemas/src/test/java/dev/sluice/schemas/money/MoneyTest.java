package dev.sluice.schemas.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.schemas.order.OrderLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    private final Money price = new Money(899, "GBP");

    @Test
    void addsUp() {
        assertThat(price.plus(new Money(1, "GBP"))).isEqualTo(new Money(900, "GBP"));
        assertThat(price.times(3)).isEqualTo(new Money(2_697, "GBP"));
        assertThat(new OrderLine("MUG", "Mug", 3, price).total()).isEqualTo(price.times(3));
    }

    @Test
    void refusesToMixCurrencies() {
        Money euros = new Money(1, "EUR");
        assertThatThrownBy(() -> price.plus(euros))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GBP and EUR");
    }

    @Test
    void overflowsLoudly() {
        Money most = new Money(Long.MAX_VALUE, "GBP");
        assertThatThrownBy(() -> most.plus(price)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Money(Long.MIN_VALUE, "GBP").times(-1)).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "£", "GB", "POUND"})
    void hasACurrencyCode(String currency) {
        assertThatThrownBy(() -> new Money(1, currency)).isInstanceOf(IllegalArgumentException.class);
    }
}
