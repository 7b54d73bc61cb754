package dev.sluice.schemas.order;

import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.message.WireName;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.tcc.BranchId;
import dev.sluice.schemas.tcc.BranchOutcome;
import dev.sluice.schemas.tcc.Participant;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything an order reacts to; all of it arrives on {@code commands.ordering}, keyed by order. */
public sealed interface OrderCommand extends Payload {

    String orderId();

    /**
     * @param lines at most one per SKU
     * @param couponCode in capital letters; null without a coupon
     * @param grabId the place in a campaign that becomes this order; null for an order at list prices
     * @param requestHash SHA-256 of the client's body, hex: the same order id with another hash is another order's id
     *     misused
     */
    @WireName("ordering.PlaceOrder.v1")
    record PlaceOrder(
            String orderId,
            String customerId,
            List<RequestedLine> lines,
            @Nullable String couponCode,
            @Nullable String grabId,
            @Nullable Money expectedTotal,
            String requestHash,
            Instant acceptedAt)
            implements OrderCommand {
        public PlaceOrder {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A participant's answer.
     *
     * @param key the participant's aggregate: a SKU, a customer or a coupon
     * @param returnId of the return that was carried out or is in doubt; null for answers to the checkout itself
     * @param rejection present when the outcome is REFUSED
     * @param detail what an operator should know; present when the outcome is IN_DOUBT
     */
    @WireName("ordering.BranchAnswered.v1")
    record BranchAnswered(
            String orderId,
            Participant participant,
            String key,
            @Nullable String returnId,
            BranchOutcome outcome,
            @Nullable Rejection rejection,
            @Nullable String detail)
            implements OrderCommand {}

    /**
     * The customer wants out. Before the decision this is the decision; afterwards it is a return.
     *
     * @param operationId names the return, too
     * @param lines what goes back, at most one per SKU; empty for all that is left
     */
    @WireName("ordering.CancelOrder.v1")
    record CancelOrder(String operationId, String orderId, List<ReturnedLine> lines, Instant requestedAt)
            implements OrderCommand {
        public CancelOrder {
            lines = List.copyOf(lines);
        }
    }

    /**
     * An operator has a branch in doubt asked once more what was decided.
     *
     * @param returnId of the return whose branch it is; null for a branch of the checkout itself
     * @param requestedBy the subject of the operator's token
     */
    @WireName("ordering.RetryBranch.v1")
    record RetryBranch(
            String operationId,
            String orderId,
            BranchId branch,
            @Nullable String returnId,
            String requestedBy) implements OrderCommand {}

    /**
     * An operator has found, or seen to it by other means, that a branch in doubt did what was decided. The decision stays.
     *
     * @param returnId of the return whose branch it is; null for a branch of the checkout itself
     * @param note what was found
     * @param requestedBy the subject of the operator's token
     */
    @WireName("ordering.ResolveBranch.v1")
    record ResolveBranch(
            String operationId,
            String orderId,
            BranchId branch,
            @Nullable String returnId,
            String note,
            String requestedBy)
            implements OrderCommand {}

    /** Sent by the timer of the order's partition; may be lost or doubled without harm. */
    @WireName("ordering.CheckDeadline.v1")
    record CheckDeadline(String orderId) implements OrderCommand {}
}
