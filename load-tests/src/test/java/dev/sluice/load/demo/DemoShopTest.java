package dev.sluice.load.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DemoShopTest {
    private static final String ID = "[A-Za-z0-9._-]{1,64}";

    private final DemoShop shop = DemoShop.load();

    @Test
    void sellsAFewHundredDifferentProducts() {
        assertThat(shop.products()).hasSizeGreaterThanOrEqualTo(300);
        assertThat(shop.products()).extracting(DemoProduct::sku).doesNotHaveDuplicates();
        assertThat(shop.products()).extracting(DemoProduct::name).doesNotHaveDuplicates();
        assertThat(shop.products()).allSatisfy(product -> {
            assertThat(product.sku()).matches(ID);
            assertThat(product.name()).isNotBlank();
            assertThat(product.category()).isNotBlank();
            assertThat(product.price().currency()).isEqualTo("GBP");
            assertThat(product.price().amount()).isBetween(100L, 50_000L);
            assertThat(product.stock()).isPositive();
        });
    }

    @Test
    void hasCustomersWhoCanPay() {
        assertThat(shop.customers()).hasSize(50);
        assertThat(shop.customers()).extracting(DemoCustomer::id).doesNotHaveDuplicates();
        assertThat(shop.customers()).allSatisfy(customer -> {
            assertThat(customer.id()).matches(ID);
            assertThat(customer.email()).matches("[a-z.]+@example\\.com");
            assertThat(customer.balance().amount()).isGreaterThan(10_000);
        });
    }
}
