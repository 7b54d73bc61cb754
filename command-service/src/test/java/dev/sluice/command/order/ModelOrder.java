package dev.sluice.command.order;

import dev.sluice.command.message.Decision;
import dev.sluice.command.model.Actor;
import dev.sluice.command.promotion.ModelCoupon;
import dev.sluice.command.quote.Campaigns;
import dev.sluice.command.quote.Coupons;
import dev.sluice.command.quote.Lists;
import dev.sluice.command.quote.Prices;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.OrderCommand.BranchAnswered;
import dev.sluice.schemas.order.OrderCommand.CancelOrder;
import dev.sluice.schemas.order.OrderCommand.CheckDeadline;
import dev.sluice.schemas.order.OrderCommand.PlaceOrder;
import dev.sluice.schemas.order.OrderFact;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** The real order, for the model. */
public final class ModelOrder implements Actor {
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Prices PRICES = sku -> new Prices.Offer("The " + sku, new Money(100, "GBP"));

    private static final Coupons COUPONS = _ -> ModelCoupon.TERMS;

    private final Order order;

    public ModelOrder(String orderId) {
        order = new Order(orderId);
    }

    @Override
    public Decision<? extends Payload> decide(List<? extends Payload> commands, Instant now) {
        return switch (commands.getFirst()) {
            case PlaceOrder command ->
                order.decide(
                        command,
                        new Checkout(
                                new Lists(PRICES, COUPONS, Campaigns.NONE),
                                Clock.fixed(now, ZoneOffset.UTC),
                                PATIENCE));
            case CheckDeadline command -> order.decide(command, now);
            case CancelOrder command -> order.decide(command, now);
            case BranchAnswered answer ->
                order.decide(
                        new AnswerBranches(
                                answer.orderId(),
                                commands.stream()
                                        .map(BranchAnswered.class::cast)
                                        .toList()),
                        now);
            default -> throw new IllegalArgumentException("not for an order: " + commands);
        };
    }

    @Override
    public void evolve(Payload fact) {
        order.evolve((OrderFact) fact);
    }
}
