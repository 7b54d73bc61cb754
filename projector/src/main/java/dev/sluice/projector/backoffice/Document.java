package dev.sluice.projector.backoffice;

import dev.sluice.projector.cleansing.Cleansing;
import dev.sluice.schemas.customer.CustomerRow;
import dev.sluice.schemas.view.BackOfficeOrderView;
import dev.sluice.schemas.view.BackOfficeOrderView.Customer;
import dev.sluice.schemas.view.BackOfficeOrderView.Line;
import dev.sluice.schemas.view.BackOfficeOrderView.Payment;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An order's document with its joined parts filled in. */
final class Document {

    private Document() {}

    static BackOfficeOrderView of(
            BackOfficeOrderView order, @Nullable OrderPayment payment, @Nullable CustomerRow row) {
        String id = order.customer().id();
        Customer customer = row == null
                ? Customer.unknown(id)
                : new Customer(id, row.name(), row.email(), row.country(), row.version(), Cleansing.masked(row));
        return with(order, customer, order.lines(), payment == null ? OrderPayment.NONE : payment.payment());
    }

    static BackOfficeOrderView named(BackOfficeOrderView order, Function<String, @Nullable ProductName> names) {
        List<Line> lines = order.lines().stream()
                .map(line -> named(line, names.apply(line.sku())))
                .toList();
        return with(order, order.customer(), lines, order.payment());
    }

    private static Line named(Line line, @Nullable ProductName product) {
        return new Line(
                line.sku(),
                line.name(),
                line.quantity(),
                line.unitPrice(),
                line.total(),
                line.returned(),
                product == null ? null : product.name(),
                product == null ? null : product.category());
    }

    private static BackOfficeOrderView with(
            BackOfficeOrderView order, Customer customer, List<Line> lines, Payment payment) {
        return new BackOfficeOrderView(
                order.id(),
                order.status(),
                order.reason(),
                customer,
                lines,
                order.coupon(),
                order.total(),
                order.refunded(),
                payment,
                order.doubts(),
                order.acceptedAt(),
                order.placedAt(),
                order.decidedAt(),
                order.settledAt(),
                order.version());
    }
}
