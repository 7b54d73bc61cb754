package dev.sluice.schemas.view;

import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.AppliedCoupon;
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.tcc.Participant;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order joined with its customer, its products and its payment: {@code GET /admin/orders}.
 *
 * @param version the sequence number of the order's latest fact + 1
 * @param coupon null where none is used
 * @param refunded what was decided to go back to the wallet for returned lines; null where nothing was returned
 * @param doubts branches that an operator must look at; null where there are none
 * @param settledAt when every branch had carried out the decision
 */
public record BackOfficeOrderView(
        String id,
        OrderStatus status,
        @Nullable Rejection reason,
        Customer customer,
        List<Line> lines,
        @Nullable AppliedCoupon coupon,
        @Nullable Money total,
        @Nullable Money refunded,
        Payment payment,
        @Nullable List<Doubt> doubts,
        Instant acceptedAt,
        @Nullable Instant placedAt,
        @Nullable Instant decidedAt,
        @Nullable Instant settledAt,
        long version) {

    public BackOfficeOrderView {
        lines = List.copyOf(lines);
        doubts = doubts == null ? null : List.copyOf(doubts);
    }

    /** The same order of a customer of whom other things are told. */
    public BackOfficeOrderView with(Customer other) {
        return new BackOfficeOrderView(
                id,
                status,
                reason,
                other,
                lines,
                coupon,
                total,
                refunded,
                payment,
                doubts,
                acceptedAt,
                placedAt,
                decidedAt,
                settledAt,
                version);
    }

    /**
     * A branch that answered what the protocol cannot produce.
     *
     * @param returnId of the return whose branch it is; null for a branch of the checkout itself
     * @param detail what the participant says
     */
    public record Doubt(
            Participant participant, String key, @Nullable String returnId, String detail, Instant noticedAt) {}

    /**
     * All but the id are null while the customer register does not know it.
     *
     * @param version of the register's row
     * @param masked what of it those see who may not see personal data; never shown beside what it stands for
     */
    public record Customer(
            String id,
            @Nullable String name,
            @Nullable String email,
            @Nullable String country,
            @Nullable Long version,
            @Nullable Masked masked) {
        public static Customer unknown(String id) {
            return new Customer(id, null, null, null, null, null);
        }
    }

    /** Enough to tell people apart, too little to know who they are. */
    public record Masked(String name, @Nullable String email) {}

    /**
     * Name and price as sold (null where the order was never priced); {@code currentName} and {@code category} follow the
     * catalogue.
     *
     * @param returned of the quantity, units that went back; null where none did
     */
    public record Line(
            String sku,
            @Nullable String name,
            long quantity,
            @Nullable Money unitPrice,
            @Nullable Money total,
            @Nullable Long returned,
            @Nullable String currentName,
            @Nullable String category) {}

    /**
     * @param amount what was frozen or paid
     * @param refunded of that, what has come back; null where nothing has
     */
    public record Payment(
            PaymentState state,
            @Nullable Money amount,
            @Nullable Money refunded) {}

    /** Where the money of an order is. */
    public enum PaymentState {
        NONE,
        FROZEN,
        CAPTURED,
        UNFROZEN,
        /** All of it. */
        REFUNDED,
        REFUSED
    }
}
