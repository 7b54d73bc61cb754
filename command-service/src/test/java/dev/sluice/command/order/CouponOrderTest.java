package dev.sluice.command.order;

import static dev.sluice.schemas.tcc.Participant.PAYMENT;
import static dev.sluice.schemas.tcc.Participant.PROMOTION;
import static dev.sluice.schemas.tcc.Participant.STOCK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.command.message.Decision;
import dev.sluice.command.message.Outgoing;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.AppliedCoupon;
import dev.sluice.schemas.order.OrderCommand.CancelOrder;
import dev.sluice.schemas.order.OrderCommand.PlaceOrder;
import dev.sluice.schemas.order.OrderFact;
import dev.sluice.schemas.order.OrderFact.LinesReturned;
import dev.sluice.schemas.order.OrderFact.OrderConfirmed;
import dev.sluice.schemas.order.OrderFact.OrderDeclined;
import dev.sluice.schemas.order.OrderFact.OrderPlaced;
import dev.sluice.schemas.order.OrderFact.OrderRejected;
import dev.sluice.schemas.order.RequestedLine;
import dev.sluice.schemas.order.ReturnedLine;
import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.tcc.BranchCommand;
import dev.sluice.schemas.tcc.BranchCommand.ReverseBranch;
import dev.sluice.schemas.tcc.BranchCommand.TryBranch;
import dev.sluice.schemas.tcc.BranchId;
import dev.sluice.schemas.tcc.Purchase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two teas and a mug at 1.01 with fifteen percent off. */
class CouponOrderTest extends OrderFixture {

    private static final BranchId SPRING = new BranchId(PROMOTION, "SPRING");
    private static final Money EACH = pence(101);
    private static final Money SUBTOTAL = pence(303);
    private static final Money DISCOUNT = pence(45);
    private static final Purchase PURCHASE = new Purchase("ann", SUBTOTAL);

    private static Money pence(long amount) {
        return new Money(amount, "GBP");
    }

    private Decision<OrderFact> placeWith(String coupon) {
        List<RequestedLine> lines = List.of(new RequestedLine("tea", 2, EACH), new RequestedLine("mug", 1, EACH));
        return happened(
                order.decide(new PlaceOrder("o1", "ann", lines, coupon, null, null, "hash", ACCEPTED), CHECKOUT));
    }

    private LinesReturned bringBack(String operationId, String sku) {
        Decision<OrderFact> decision =
                happened(order.decide(new CancelOrder(operationId, "o1", List.of(new ReturnedLine(sku, 1)), NOW), NOW));
        return (LinesReturned) decision.facts().getFirst();
    }

    private void settleAll() {
        answer(tried(TEA), tried(MUG), tried(ANN), tried(SPRING));
        answer(confirmed(TEA), confirmed(MUG), confirmed(ANN), confirmed(SPRING));
    }

    @Test
    void theCouponIsABranchAndTheWalletPaysTheRest() {
        Decision<OrderFact> decision = placeWith("SPRING");
        OrderPlaced placed = (OrderPlaced) decision.facts().getFirst();
        assertThat(placed.coupon()).isEqualTo(new AppliedCoupon("SPRING", DISCOUNT));
        assertThat(placed.total()).isEqualTo(pence(258));
        assertThat(placed.subtotal()).isEqualTo(SUBTOTAL);
        assertThat(decision.messages())
                .containsExactly(
                        Outgoing.of(new TryBranch("o1", STOCK, "tea", 2, "pcs", DEADLINE)),
                        Outgoing.of(new TryBranch("o1", STOCK, "mug", 1, "pcs", DEADLINE)),
                        Outgoing.of(new TryBranch("o1", PAYMENT, "ann", 258, "GBP", DEADLINE)),
                        Outgoing.of(new TryBranch("o1", PROMOTION, "SPRING", 45, "GBP", PURCHASE, DEADLINE)));
    }

    @Test
    void nothingIsDecidedBeforeTheCouponIsLocked() {
        placeWith("SPRING");
        answer(tried(TEA), tried(MUG), tried(ANN));
        assertThat(answer(tried(SPRING)).facts()).containsExactly(new OrderConfirmed("o1", NOW));
    }

    @Test
    void aRefusedCouponRejectsTheOrder() {
        placeWith("SPRING");
        assertThat(answer(refused(SPRING)).facts()).containsExactly(new OrderRejected("o1", SOLD_OUT, NOW));
    }

    @Test
    void anUnknownCouponDeclinesIt() {
        assertThat(placeWith("AUTUMN").facts().getFirst())
                .isInstanceOfSatisfying(
                        OrderDeclined.class,
                        fact -> assertThat(fact.reason()).isEqualTo(new Rejection.UnknownCoupon("AUTUMN")));
    }

    @Test
    void partialRefundsComeToWhatWasPaidToThePenny() {
        placeWith("SPRING");
        settleAll();
        Money first = bringBack("r1", "tea").refund();
        Money second = bringBack("r2", "mug").refund();
        LinesReturned last = bringBack("r3", "tea");
        assertThat(List.of(first, second, last.refund())).containsExactly(pence(86), pence(86), pence(86));
        assertThat(last.complete()).isTrue();
    }

    @Test
    void theCouponGoesBackWithTheLastLine() {
        placeWith("SPRING");
        settleAll();
        bringBack("r1", "tea");
        bringBack("r2", "mug");
        Decision<OrderFact> last = order.decide(new CancelOrder("r3", "o1", List.of(), NOW), NOW);
        BranchCommand reversal =
                new ReverseBranch("o1", PROMOTION, "SPRING", "r3", 45, "GBP", PURCHASE, NOW.plusSeconds(24 * 60 * 60));
        assertThat(last.messages()).contains(Outgoing.of(reversal)).hasSize(4);
    }
}
