package dev.sluice.projector.orders;

import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.OrderFact.LinesReturned;
import dev.sluice.schemas.order.ReturnedLine;
import org.jspecify.annotations.Nullable;

/** The sums over an order's returns. */
public final class Returned {

    private Returned() {}

    /** Of a line's units, how many have gone back; null while none have. */
    public static @Nullable Long after(@Nullable Long before, String sku, LinesReturned fact) {
        for (ReturnedLine line : fact.lines()) {
            if (line.sku().equals(sku)) {
                return (before == null ? 0 : before) + line.quantity();
            }
        }
        return before;
    }

    public static Money refunded(@Nullable Money before, LinesReturned fact) {
        return before == null ? fact.refund() : before.plus(fact.refund());
    }
}
