package dev.sluice.command.hosting;

import dev.sluice.command.price.RowFeed.RowTopics;
import dev.sluice.schemas.topic.Topics;

/**
 * What a context is called outside.
 *
 * @param topic of its commands
 * @param rows where ordering reads what it prices by
 */
record Names(String schema, String user, String topic, String group, RowTopics rows) {

    static Names of(ContextName context) {
        String schema = "sluice_" + context.text();
        String topic = "commands." + context.text();
        return new Names(
                schema,
                schema,
                topic,
                Topics.consumerGroup(topic),
                new RowTopics(Topics.CDC_PRODUCTS, Topics.CDC_COUPONS, Topics.CDC_CAMPAIGNS));
    }
}
