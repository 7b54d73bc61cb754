package dev.sluice.edge.operations;

import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.promotion.EnvelopeTerms;

/** The body of {@code PUT /admin/envelopes/{id}}, as {@code put-envelope.schema.json} describes it. */
public record EnvelopeBody(Money total, long parts, String opensAt, String closesAt) {

    /** Throws a {@link dev.sluice.edge.http.Refusal} for what no schema can say. */
    EnvelopeTerms terms() {
        Period period = Period.of("/opensAt", opensAt, "/closesAt", closesAt);
        if (total.amount() < parts) {
            throw Period.flaw("/total/amount", "must be at least " + parts + ", so that no part is empty");
        }
        return new EnvelopeTerms(total, parts, period.from(), period.until());
    }
}
