package dev.sluice.command.model;

import dev.sluice.command.order.ModelOrder;
import dev.sluice.command.payment.ModelWallet;
import dev.sluice.command.stock.ModelStock;
import dev.sluice.schemas.topic.Topics;

/** Whom a message reaches. */
record Address(String topic, String key) {

    Actor blank() {
        return switch (topic) {
            case Topics.COMMANDS_ORDERING -> new ModelOrder(key);
            case Topics.COMMANDS_STOCK -> new ModelStock(key);
            case Topics.COMMANDS_PAYMENT -> new ModelWallet(key);
            default -> throw new IllegalArgumentException(topic);
        };
    }

    boolean isOrder() {
        return topic.equals(Topics.COMMANDS_ORDERING);
    }
}
