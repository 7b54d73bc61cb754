package dev.sluice.edge.orders;

import dev.sluice.edge.http.Refusal;
import dev.sluice.schemas.http.Problem;
import dev.sluice.schemas.order.RequestedLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Lines of one SKU become one, because a branch of the checkout is one per SKU. */
public final class SummedLines {
    /** As for a single line. It also keeps the sum from overflowing. */
    private static final long MOST = 1_000_000;

    private SummedLines() {}

    /** In the order in which each SKU came first. Throws a {@link Refusal} that names every line that cannot be added. */
    public static List<RequestedLine> of(List<RequestedLine> lines) {
        Map<String, RequestedLine> bySku = new LinkedHashMap<>();
        List<Problem.Flaw> flaws = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            RequestedLine line = lines.get(i);
            RequestedLine sum = bySku.get(line.sku());
            if (sum == null) {
                bySku.put(line.sku(), line);
            } else if (!Objects.equals(sum.unitPrice(), line.unitPrice())) {
                flaws.add(flaw(i, "unitPrice", "differs from an earlier line of this SKU; give each SKU one price"));
            } else if (sum.quantity() + line.quantity() > MOST) {
                flaws.add(flaw(i, "quantity", "brings this SKU above " + MOST + " units; order fewer"));
            } else {
                bySku.put(
                        line.sku(), new RequestedLine(line.sku(), sum.quantity() + line.quantity(), line.unitPrice()));
            }
        }
        if (!flaws.isEmpty()) {
            throw Refusal.malformed("Lines of one SKU cannot be summed.", flaws);
        }
        return List.copyOf(bySku.values());
    }

    private static Problem.Flaw flaw(int line, String field, String detail) {
        return new Problem.Flaw("/lines/" + line + "/" + field, detail);
    }
}
