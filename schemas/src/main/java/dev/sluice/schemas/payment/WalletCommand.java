package dev.sluice.schemas.payment;

import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.message.WireName;
import dev.sluice.schemas.money.Money;

/** What is asked of a customer's wallet, besides the verbs of {@link dev.sluice.schemas.tcc.BranchCommand}. */
public sealed interface WalletCommand extends Payload {

    String customerId();

    /** The wallet holds so much, what is frozen for open orders included. */
    @WireName("payment.SetBalance.v1")
    record SetBalance(String operationId, String customerId, Money balance) implements WalletCommand {}

    /** A customer drew a part of a red envelope. A wallet of another currency sends it back. */
    @WireName("payment.CreditPart.v1")
    record CreditPart(String customerId, String envelopeId, Money amount) implements WalletCommand {}
}
