package dev.sluice.command.model;

import dev.sluice.command.message.Outgoing;
import dev.sluice.command.promotion.ModelCoupon;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.OrderCommand.CancelOrder;
import dev.sluice.schemas.order.OrderCommand.CheckDeadline;
import dev.sluice.schemas.order.OrderCommand.PlaceOrder;
import dev.sluice.schemas.order.RequestedLine;
import dev.sluice.schemas.payment.WalletFact.BalanceSet;
import dev.sluice.schemas.promotion.CouponFact.CouponPut;
import dev.sluice.schemas.stock.StockFact.StockCounted;
import dev.sluice.schemas.topic.Topics;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One order of one SKU with a coupon, and which of the three participants cannot grant it. */
enum Shortage {
    NONE,
    STOCK,
    MONEY,
    COUPON;

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String ORDER = "order";

    private static final Outgoing PLACING = Outgoing.of(new PlaceOrder(
            ORDER, "ann", List.of(new RequestedLine("tea", 2, null)), "coupon", null, null, "hash", NOW));

    private static final Outgoing CHECKING = Outgoing.of(new CheckDeadline(ORDER));
    private static final Outgoing CANCELLING = Outgoing.of(new CancelOrder("operation", ORDER, List.of(), NOW));

    private Map<Address, List<Payload>> beginning() {
        Money balance = new Money(this == MONEY ? 10 : 1_000, World.CURRENCY);
        Map<Address, List<Payload>> facts = new LinkedHashMap<>();
        facts.put(new Address(Topics.COMMANDS_ORDERING, ORDER), List.of());
        facts.put(
                new Address(Topics.COMMANDS_STOCK, "tea"), List.of(new StockCounted("tea", this == STOCK ? 0 : 5, 0)));
        facts.put(new Address(Topics.COMMANDS_PAYMENT, "ann"), List.of(new BalanceSet("ann", balance, 0)));
        facts.put(
                new Address(Topics.COMMANDS_PROMOTION, "coupon"),
                this == COUPON ? List.of() : List.of(new CouponPut("coupon", ModelCoupon.TERMS, 1)));
        return facts;
    }

    Exploration.Result checkout(Mutant mutant) {
        return Exploration.of(mutant, beginning(), List.of(PLACING, CHECKING));
    }

    /** The customer cancels at some time: before the decision or after it. */
    Exploration.Result cancellation(Mutant mutant) {
        return Exploration.of(mutant, beginning(), List.of(PLACING, CHECKING, CANCELLING));
    }
}
