package dev.sluice.schemas.payment;

import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.message.WireName;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.rejection.Rejection;
import java.time.Instant;

/**
 * What has happened to a customer's wallet. {@code balance} includes what is frozen; facts that change a level carry both
 * as they are afterwards, in minor units of the wallet's currency.
 */
public sealed interface WalletFact extends Payload {

    String customerId();

    @WireName("payment.BalanceSet.v1")
    record BalanceSet(String customerId, Money balance, long frozen) implements WalletFact {}

    /** Try: money is set aside for an order. */
    @WireName("payment.FundsFrozen.v1")
    record FundsFrozen(String customerId, String orderId, Money amount, Instant expiresAt, long balance, long frozen)
            implements WalletFact {}

    /** Try: the order is not paid. */
    @WireName("payment.FreezeRefused.v1")
    record FreezeRefused(String customerId, String orderId, Money amount, Rejection reason, Instant expiresAt)
            implements WalletFact {}

    /** Confirm: the money has been paid. */
    @WireName("payment.FundsCaptured.v1")
    record FundsCaptured(String customerId, String orderId, Money amount, long balance, long frozen)
            implements WalletFact {}

    /** Cancel: the money is free again. */
    @WireName("payment.FundsUnfrozen.v1")
    record FundsUnfrozen(String customerId, String orderId, Money amount, long balance, long frozen)
            implements WalletFact {}

    /** Reverse: money that had been paid is back. */
    @WireName("payment.FundsRefunded.v1")
    record FundsRefunded(
            String customerId,
            String orderId,
            String returnId,
            Money amount,
            Instant expiresAt,
            long balance,
            long frozen)
            implements WalletFact {}

    /** A part of a red envelope is in the wallet, which is opened by it where there is none. */
    @WireName("payment.PartCredited.v1")
    record PartCredited(String customerId, String envelopeId, Money amount, long balance, long frozen)
            implements WalletFact {}

    /** Cancel before Try: the mark that refuses the Try. */
    @WireName("payment.FreezeBarred.v1")
    record FreezeBarred(String customerId, String orderId, Instant expiresAt) implements WalletFact {}
}
