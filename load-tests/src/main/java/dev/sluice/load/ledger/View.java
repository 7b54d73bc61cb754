package dev.sluice.load.ledger;

import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.view.BackOfficeOrderView;
import dev.sluice.schemas.view.BackOfficeOrderView.PaymentState;
import dev.sluice.schemas.view.OrderStatusView;
import org.jspecify.annotations.Nullable;

/**
 * What a read model says of one order.
 *
 * @param version the number of facts it has seen
 * @param paid null where this read model does not tell
 */
public record View(Account account, long version, @Nullable Money paid) {

    /** Of the order-status document. */
    static View ofStatus(String json) {
        OrderStatusView view = Json.MAPPER.readValue(json, OrderStatusView.class);
        Account.Items items = new Account.Items();
        view.lines().forEach(line -> items.add(line.sku(), line.quantity(), line.unitPrice(), orZero(line.returned())));
        return new View(items.account(view.status(), view.total(), view.refunded()), view.version(), null);
    }

    /** Of the back office's document. */
    static View ofBackOffice(BackOfficeOrderView view, String currency) {
        Account.Items items = new Account.Items();
        view.lines().forEach(line -> items.add(line.sku(), line.quantity(), line.unitPrice(), orZero(line.returned())));
        return new View(
                items.account(view.status(), view.total(), view.refunded()),
                view.version(),
                paid(view.payment(), currency));
    }

    /** What was paid and did not come back. */
    private static Money paid(BackOfficeOrderView.Payment payment, String currency) {
        boolean captured = payment.state() == PaymentState.CAPTURED || payment.state() == PaymentState.REFUNDED;
        Money amount = payment.amount();
        Money refunded = payment.refunded();
        if (!captured || amount == null) {
            return new Money(0, currency);
        }
        return refunded == null ? amount : amount.plus(refunded.times(-1));
    }

    private static long orZero(@Nullable Long number) {
        return number == null ? 0 : number;
    }
}
