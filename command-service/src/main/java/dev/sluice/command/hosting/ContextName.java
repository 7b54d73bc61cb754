package dev.sluice.command.hosting;

import java.util.Locale;

/** The bounded contexts that can be hosted. */
enum ContextName {
    ORDERING(ContextBeans.Ordering.class),
    STOCK(ContextBeans.Stock.class),
    PAYMENT(ContextBeans.Payment.class),
    PROMOTION(ContextBeans.Promotion.class),
    CATALOG(ContextBeans.Catalog.class),
    CUSTOMER(ContextBeans.Customer.class);

    private final Class<?> beans;

    ContextName(Class<?> beans) {
        this.beans = beans;
    }

    Class<?> beans() {
        return beans;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
