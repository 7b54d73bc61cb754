package dev.sluice.edge.orders;

import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.RequestedLine;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /orders}, as {@code place-order.schema.json} describes it. */
record OrderBody(
        String customerId,
        List<RequestedLine> lines,
        @Nullable String couponCode,
        @Nullable String grabId,
        @Nullable Money expectedTotal) {

    OrderBody {
        lines = List.copyOf(lines);
        couponCode = couponCode == null ? null : couponCode.toUpperCase(Locale.ROOT);
    }

    boolean namesPrices() {
        return lines.stream().anyMatch(line -> line.unitPrice() != null);
    }
}
