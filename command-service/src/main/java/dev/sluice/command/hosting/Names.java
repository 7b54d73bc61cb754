package dev.sluice.command.hosting;

import dev.sluice.schemas.topic.Topics;

/**
 * What a context is called outside.
 *
 * @param topic of its commands
 * @param products where ordering reads prices
 * @param coupons where it reads what coupons take off
 */
record Names(String schema, String user, String topic, String group, String products, String coupons) {

    static Names of(ContextName context) {
        String schema = "sluice_" + context.text();
        return new Names(
                schema,
                schema,
                "commands." + context.text(),
                "sluice-" + context.text(),
                Topics.CDC_PRODUCTS,
                Topics.CDC_COUPONS);
    }
}
