package dev.sluice.query;

import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.tcc.Participant;
import dev.sluice.schemas.view.BackOfficeOrderView;
import dev.sluice.schemas.view.BackOfficeOrderView.Customer;
import dev.sluice.schemas.view.BackOfficeOrderView.Doubt;
import dev.sluice.schemas.view.BackOfficeOrderView.Line;
import dev.sluice.schemas.view.BackOfficeOrderView.Masked;
import dev.sluice.schemas.view.BackOfficeOrderView.Payment;
import dev.sluice.schemas.view.BackOfficeOrderView.PaymentState;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders as the projector writes them. */
final class SampleOrder {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private SampleOrder() {}

    static BackOfficeOrderView confirmed(String customer, Instant acceptedAt, long total, String... skus) {
        List<Line> lines = Arrays.stream(skus).map(sku -> line(sku, total)).toList();
        return confirmed(customer, acceptedAt, total, lines, null, acceptedAt.plusMillis(80));
    }

    /** Decided, and not carried out. */
    static BackOfficeOrderView unsettled(Instant acceptedAt) {
        return confirmed("ada", acceptedAt, 899, List.of(line("MUG", 899)), null, null);
    }

    static BackOfficeOrderView inDoubt(Instant acceptedAt) {
        Doubt doubt = new Doubt(Participant.STOCK, "MUG", null, "confirmed, but never tried", acceptedAt);
        return confirmed("ada", acceptedAt, 899, List.of(line("MUG", 899)), List.of(doubt), null);
    }

    private static BackOfficeOrderView confirmed(
            String customer,
            Instant acceptedAt,
            long total,
            List<Line> lines,
            @Nullable List<Doubt> doubts,
            @Nullable Instant settledAt) {
        return new BackOfficeOrderView(
                Ids.next(),
                OrderStatus.CONFIRMED,
                null,
                new Customer(
                        customer,
                        "Ada Lovelace",
                        "ada@example.org",
                        "GB",
                        1L,
                        new Masked("A*** L***", "a***@e***.org")),
                lines,
                null,
                pounds(total),
                null,
                new Payment(PaymentState.CAPTURED, pounds(total), null),
                doubts,
                acceptedAt,
                acceptedAt.plusMillis(5),
                acceptedAt.plusMillis(40),
                settledAt,
                3);
    }

    /** As it is shown to who may see all: the masked stands in for nothing. */
    static BackOfficeOrderView shown(BackOfficeOrderView order) {
        Customer all = order.customer();
        return order.with(new Customer(all.id(), all.name(), all.email(), all.country(), all.version(), null));
    }

    static BackOfficeOrderView declined(String customer, Instant acceptedAt, String sku) {
        return new BackOfficeOrderView(
                Ids.next(),
                OrderStatus.REJECTED,
                new Rejection.UnknownSku(sku),
                Customer.unknown(customer),
                List.of(new Line(sku, null, 1, null, null, null, null, null)),
                null,
                null,
                null,
                new Payment(PaymentState.NONE, null, null),
                null,
                acceptedAt,
                null,
                acceptedAt.plusMillis(4),
                null,
                1);
    }

    private static Line line(String sku, long price) {
        return new Line(sku, "Product " + sku, 1, pounds(price), pounds(price), null, "Product " + sku, "Kitchen");
    }

    private static Money pounds(long pence) {
        return new Money(pence, "GBP");
    }
}
