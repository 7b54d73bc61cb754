package dev.sluice.command.hosting;

import dev.sluice.command.mistake.OperatorMistake;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

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

    /**
     * The context of that name. Throws {@link OperatorMistake}.
     *
     * @param setting that names it
     */
    static ContextName of(String text, String setting) {
        return Arrays.stream(values())
                .filter(context -> context.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new OperatorMistake(setting + " names no context by \"" + text
                        + "\": choose from "
                        + Arrays.stream(values()).map(ContextName::text).collect(Collectors.joining(", "))));
    }
}
