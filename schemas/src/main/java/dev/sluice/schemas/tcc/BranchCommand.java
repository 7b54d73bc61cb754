package dev.sluice.schemas.tcc;

import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.message.WireName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A verb of Try-Confirm/Cancel, or Reverse, sent to the participant's command topic, keyed by the participant's aggregate. */
public sealed interface BranchCommand extends Payload {

    String orderId();

    Participant participant();

    /** The participant's aggregate: a SKU, a customer or a coupon. */
    String key();

    /**
     * Reserve.
     *
     * @param amount units of stock, or minor units of money: for a coupon, what it takes off
     * @param unit {@code pcs}, or the ISO 4217 currency
     * @param purchase for a coupon; null for other participants
     * @param expiresAt a Try that is handled later is refused and leaves no mark
     */
    @WireName("tcc.TryBranch.v1")
    record TryBranch(
            String orderId,
            Participant participant,
            String key,
            long amount,
            String unit,
            @Nullable Purchase purchase,
            Instant expiresAt)
            implements BranchCommand {

        /** One that needs no more than an amount. */
        public TryBranch(
                String orderId, Participant participant, String key, long amount, String unit, Instant expiresAt) {
            this(orderId, participant, key, amount, unit, null, expiresAt);
        }
    }

    /** Take what was reserved. */
    @WireName("tcc.ConfirmBranch.v1")
    record ConfirmBranch(String orderId, Participant participant, String key) implements BranchCommand {}

    /** Give back what was reserved, and refuse a Try that comes later. */
    @WireName("tcc.CancelBranch.v1")
    record CancelBranch(String orderId, Participant participant, String key, Instant expiresAt)
            implements BranchCommand {}

    /**
     * Give back what was taken, or a part of it: a branch of its own beside the one that took.
     *
     * @param amount units of stock, or minor units of money
     * @param unit {@code pcs}, or the ISO 4217 currency
     * @param purchase for a coupon; null for other participants
     * @param expiresAt a Reverse that is first handled later leaves everything as it is and is in doubt
     */
    @WireName("tcc.ReverseBranch.v1")
    record ReverseBranch(
            String orderId,
            Participant participant,
            String key,
            String returnId,
            long amount,
            String unit,
            @Nullable Purchase purchase,
            Instant expiresAt)
            implements BranchCommand {

        /** One that needs no more than an amount. */
        public ReverseBranch(
                String orderId,
                Participant participant,
                String key,
                String returnId,
                long amount,
                String unit,
                Instant expiresAt) {
            this(orderId, participant, key, returnId, amount, unit, null, expiresAt);
        }
    }
}
