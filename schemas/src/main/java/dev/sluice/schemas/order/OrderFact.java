package dev.sluice.schemas.order;

import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.message.WireName;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.tcc.BranchId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has become of an order, and of its checkout. */
public sealed interface OrderFact extends Payload {

    String orderId();

    /**
     * The order was priced and its branches are being tried. Always the first fact, or {@link OrderDeclined} is.
     *
     * @param coupon null where none is used
     * @param grabId the place in a campaign that is spent on it; null for an order at list prices
     * @param total of the lines, less what the coupon takes off
     */
    @WireName("ordering.OrderPlaced.v1")
    record OrderPlaced(
            String orderId,
            String customerId,
            List<OrderLine> lines,
            @Nullable AppliedCoupon coupon,
            @Nullable String grabId,
            Money total,
            String requestHash,
            Instant acceptedAt,
            Instant placedAt,
            Instant deadlineAt)
            implements OrderFact {
        public OrderPlaced {
            lines = List.copyOf(lines);
        }

        /** What the lines come to before a coupon is taken off. */
        public Money subtotal() {
            return coupon == null ? total : total.plus(coupon.discount());
        }
    }

    /** The order could not even be priced; nothing was reserved. The first and last fact of its order. */
    @WireName("ordering.OrderDeclined.v1")
    record OrderDeclined(
            String orderId,
            String customerId,
            List<RequestedLine> lines,
            Rejection reason,
            String requestHash,
            Instant acceptedAt,
            Instant declinedAt)
            implements OrderFact {
        public OrderDeclined {
            lines = List.copyOf(lines);
        }
    }

    /** These branches hold their reservation, others are still to answer. */
    @WireName("ordering.BranchesTried.v1")
    record BranchesTried(String orderId, List<BranchId> branches) implements OrderFact {
        public BranchesTried {
            branches = List.copyOf(branches);
        }
    }

    /** The commit point: every branch holds its reservation. */
    @WireName("ordering.OrderConfirmed.v1")
    record OrderConfirmed(String orderId, Instant confirmedAt) implements OrderFact {}

    /** A branch refused, or the deadline passed. */
    @WireName("ordering.OrderRejected.v1")
    record OrderRejected(String orderId, Rejection reason, Instant rejectedAt) implements OrderFact {}

    /** The customer cancelled before anything was decided. */
    @WireName("ordering.OrderCancelled.v1")
    record OrderCancelled(String orderId, String operationId, Instant cancelledAt) implements OrderFact {}

    /** These branches have carried out the decision, others are still to answer. */
    @WireName("ordering.BranchesSettled.v1")
    record BranchesSettled(String orderId, List<BranchId> branches) implements OrderFact {
        public BranchesSettled {
            branches = List.copyOf(branches);
        }
    }

    /**
     * A branch answered what the protocol cannot produce; the decision stands and an operator must look.
     *
     * @param returnId of the return whose branch it is; null for a branch of the checkout itself
     */
    @WireName("ordering.BranchInDoubt.v1")
    record BranchInDoubt(
            String orderId, BranchId branch, @Nullable String returnId, String detail, Instant noticedAt)
            implements OrderFact {}

    /** Every branch has carried out the decision. */
    @WireName("ordering.OrderSettled.v1")
    record OrderSettled(String orderId, Instant settledAt) implements OrderFact {}

    /**
     * Units of a confirmed order go back, and their price to the wallet. Decided here, carried out once the order is settled.
     *
     * @param refund what was paid for these lines, a coupon's share taken off
     * @param complete whether nothing of the order is left with the customer
     */
    @WireName("ordering.LinesReturned.v1")
    record LinesReturned(
            String orderId,
            String returnId,
            List<ReturnedLine> lines,
            Money refund,
            boolean complete,
            Instant returnedAt)
            implements OrderFact {
        public LinesReturned {
            lines = List.copyOf(lines);
        }
    }

    /** These branches have carried out the return, others are still to answer. */
    @WireName("ordering.BranchesReversed.v1")
    record BranchesReversed(String orderId, String returnId, List<BranchId> branches) implements OrderFact {
        public BranchesReversed {
            branches = List.copyOf(branches);
        }
    }

    /** Every branch has carried out the return. */
    @WireName("ordering.ReturnSettled.v1")
    record ReturnSettled(String orderId, String returnId, Instant settledAt) implements OrderFact {}

    /**
     * An operator had a branch in doubt asked once more.
     *
     * @param retriedBy the subject of the operator's token
     */
    @WireName("ordering.BranchRetried.v1")
    record BranchRetried(
            String orderId,
            BranchId branch,
            @Nullable String returnId,
            String operationId,
            String retriedBy,
            Instant retriedAt)
            implements OrderFact {}

    /**
     * An operator found that a branch in doubt has done what was decided: it counts as settled.
     *
     * @param resolvedBy the subject of the operator's token
     */
    @WireName("ordering.BranchResolved.v1")
    record BranchResolved(
            String orderId,
            BranchId branch,
            @Nullable String returnId,
            String operationId,
            String note,
            String resolvedBy,
            Instant resolvedAt)
            implements OrderFact {}
}
