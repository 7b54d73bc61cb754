package dev.sluice.edge.cancellation;

import dev.sluice.edge.orders.SummedLines;
import dev.sluice.schemas.order.RequestedLine;
import dev.sluice.schemas.order.ReturnedLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /orders/{id}/cancellation}, as {@code cancel-order.schema.json} describes it.
 *
 * @param lines null for the whole order
 */
record CancellationBody(@Nullable List<RequestedLine> lines) {
    static final CancellationBody WHOLE = new CancellationBody(null);

    CancellationBody {
        lines = lines == null ? null : List.copyOf(lines);
    }

    boolean isWhole() {
        return lines == null;
    }

    /** One per SKU; none for the whole order. Throws a {@link dev.sluice.edge.http.Refusal} where they cannot be summed. */
    List<ReturnedLine> returned() {
        return lines == null
                ? List.of()
                : SummedLines.of(lines).stream()
                        .map(line -> new ReturnedLine(line.sku(), line.quantity()))
                        .toList();
    }
}
