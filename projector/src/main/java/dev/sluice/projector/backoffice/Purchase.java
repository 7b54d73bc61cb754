package dev.sluice.projector.backoffice;

import dev.sluice.projector.log.Fact;
import dev.sluice.schemas.customer.CustomerRow;
import dev.sluice.schemas.order.OrderFact;
import dev.sluice.schemas.view.BackOfficeOrderView;
import org.jspecify.annotations.Nullable;

/** An order and its payment, as far as either is known. */
record Purchase(
        @Nullable BackOfficeOrderView order, @Nullable OrderPayment payment) {
    static final Purchase UNKNOWN = new Purchase(null, null);

    static Purchase ordered(String id, Fact<OrderFact> fact, Purchase known) {
        return new Purchase(OrderFold.happened(fact, known.order), known.payment);
    }

    static Purchase paid(String id, OrderPayment payment, Purchase known) {
        return new Purchase(known.order, OrderPayment.later(known.payment, payment));
    }

    /** Null while only the payment is known. */
    @Nullable
    String customerId() {
        return order == null ? null : order.customer().id();
    }

    /** Null while only the payment is known. */
    @Nullable
    BackOfficeOrderView document(@Nullable CustomerRow customer) {
        return order == null ? null : Document.of(order, payment, customer);
    }
}
