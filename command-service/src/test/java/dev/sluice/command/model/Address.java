package dev.sluice.command.model;

import dev.sluice.command.order.ModelOrder;
import dev.sluice.command.payment.ModelWallet;
import dev.sluice.command.promotion.ModelCoupon;
import dev.sluice.command.stock.ModelStock;
import dev.sluice.schemas.tcc.BranchId;
import dev.sluice.schemas.topic.Topics;

/** Whom a message reaches. */
record Address(String topic, String key) {

    Actor blank() {
        return switch (topic) {
            case Topics.COMMANDS_ORDERING -> new ModelOrder(key);
            case Topics.COMMANDS_STOCK -> new ModelStock(key);
            case Topics.COMMANDS_PAYMENT -> new ModelWallet(key);
            case Topics.COMMANDS_PROMOTION -> new ModelCoupon(key);
            default -> throw new IllegalArgumentException(topic);
        };
    }

    /** Where a participant's branches are. */
    static Address of(BranchId branch) {
        String topic = switch (branch.participant()) {
            case STOCK -> Topics.COMMANDS_STOCK;
            case PAYMENT -> Topics.COMMANDS_PAYMENT;
            case PROMOTION, CAMPAIGN -> Topics.COMMANDS_PROMOTION;
        };
        return new Address(topic, branch.key());
    }

    boolean isOrder() {
        return topic.equals(Topics.COMMANDS_ORDERING);
    }
}
