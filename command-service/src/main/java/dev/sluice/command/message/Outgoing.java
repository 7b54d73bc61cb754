package dev.sluice.command.message;

import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.operation.OperationOutcome;
import dev.sluice.schemas.order.OrderCommand;
import dev.sluice.schemas.parking.ParkingFact;
import dev.sluice.schemas.payment.WalletCommand;
import dev.sluice.schemas.promotion.EnvelopeCommand;
import dev.sluice.schemas.tcc.BranchCommand;
import dev.sluice.schemas.topic.Topics;

/** A message that leaves with the commit of the turn which decided it. */
public record Outgoing(String topic, String key, Payload payload) {

    public static Outgoing of(OrderCommand command) {
        return new Outgoing(Topics.COMMANDS_ORDERING, command.orderId(), command);
    }

    public static Outgoing of(BranchCommand command) {
        String topic = switch (command.participant()) {
            case STOCK -> Topics.COMMANDS_STOCK;
            case PAYMENT -> Topics.COMMANDS_PAYMENT;
            case PROMOTION, CAMPAIGN -> Topics.COMMANDS_PROMOTION;
        };
        return new Outgoing(topic, command.key(), command);
    }

    public static Outgoing of(WalletCommand command) {
        return new Outgoing(Topics.COMMANDS_PAYMENT, command.customerId(), command);
    }

    public static Outgoing of(EnvelopeCommand command) {
        return new Outgoing(Topics.COMMANDS_PROMOTION, command.envelopeId(), command);
    }

    public static Outgoing of(ParkingFact fact) {
        return new Outgoing(Topics.PARKING, fact.letterId(), fact);
    }

    public static Outgoing of(OperationOutcome outcome) {
        return new Outgoing(Topics.OUTCOMES, outcome.operationId(), outcome);
    }
}
