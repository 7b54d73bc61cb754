package dev.sluice.projector.backoffice;

import dev.sluice.projector.log.Fact;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.payment.WalletFact;
import dev.sluice.schemas.payment.WalletFact.BalanceSet;
import dev.sluice.schemas.payment.WalletFact.FreezeBarred;
import dev.sluice.schemas.payment.WalletFact.FreezeRefused;
import dev.sluice.schemas.payment.WalletFact.FundsCaptured;
import dev.sluice.schemas.payment.WalletFact.FundsFrozen;
import dev.sluice.schemas.payment.WalletFact.FundsRefunded;
import dev.sluice.schemas.payment.WalletFact.FundsUnfrozen;
import dev.sluice.schemas.payment.WalletFact.PartCredited;
import dev.sluice.schemas.view.BackOfficeOrderView.Payment;
import dev.sluice.schemas.view.BackOfficeOrderView.PaymentState;
import org.jspecify.annotations.Nullable;

/**
 * Where the money of one order is.
 *
 * @param version of the wallet; an order is paid from one wallet only, so that its versions tell earlier from later
 */
record OrderPayment(String orderId, Payment payment, long version) {
    static final Payment NONE = new Payment(PaymentState.NONE, null, null);

    /** Null for facts that say nothing of an order's money: a balance set, a part of a red envelope, a mark that bars a late Try. */
    static @Nullable OrderPayment after(Fact<WalletFact> fact) {
        return switch (fact.data()) {
            case FundsFrozen f -> payment(f.orderId(), PaymentState.FROZEN, f.amount(), fact);
            case FreezeRefused f -> payment(f.orderId(), PaymentState.REFUSED, f.amount(), fact);
            case FundsCaptured f -> payment(f.orderId(), PaymentState.CAPTURED, f.amount(), fact);
            case FundsUnfrozen f -> payment(f.orderId(), PaymentState.UNFROZEN, f.amount(), fact);
            // The refund alone: what was paid is known from before, see later().
            case FundsRefunded f ->
                new OrderPayment(f.orderId(), new Payment(PaymentState.CAPTURED, null, f.amount()), fact.version());
            case BalanceSet _, PartCredited _, FreezeBarred _ -> null;
        };
    }

    private static OrderPayment payment(String orderId, PaymentState state, Money amount, Fact<WalletFact> fact) {
        return new OrderPayment(orderId, new Payment(state, amount, null), fact.version());
    }

    /** The later of both; a refund adds to those before it. */
    static OrderPayment later(@Nullable OrderPayment before, OrderPayment news) {
        if (before == null) {
            return news;
        }
        if (news.version <= before.version) {
            return before;
        }
        Money refund = news.payment.refunded();
        Money paid = before.payment.amount();
        if (refund == null || paid == null) {
            return news;
        }
        Money earlier = before.payment.refunded();
        Money refunded = earlier == null ? refund : earlier.plus(refund);
        PaymentState state = refunded.equals(paid) ? PaymentState.REFUNDED : PaymentState.CAPTURED;
        return new OrderPayment(news.orderId, new Payment(state, paid, refunded), news.version);
    }
}
