package dev.sluice.schemas;

import static dev.sluice.schemas.Samples.NOON;
import static dev.sluice.schemas.Samples.PRICE;

import dev.sluice.schemas.catalog.ProductRow;
import dev.sluice.schemas.customer.CustomerRow;
import dev.sluice.schemas.http.Problem;
import dev.sluice.schemas.order.AppliedCoupon;
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.parking.ParkedMessage;
import dev.sluice.schemas.parking.ParkingAct;
import dev.sluice.schemas.promotion.CampaignRow;
import dev.sluice.schemas.promotion.CouponRow;
import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.tcc.Participant;
import dev.sluice.schemas.view.BackOfficeOrderView;
import dev.sluice.schemas.view.BackOfficeOrderView.Customer;
import dev.sluice.schemas.view.BackOfficeOrderView.Masked;
import dev.sluice.schemas.view.BackOfficeOrderView.Payment;
import dev.sluice.schemas.view.BackOfficeOrderView.PaymentState;
import dev.sluice.schemas.view.CustomerOrderView;
import dev.sluice.schemas.view.DeadLetterView;
import dev.sluice.schemas.view.DeadLetterView.LetterStatus;
import dev.sluice.schemas.view.GrabView;
import dev.sluice.schemas.view.OperationView;
import dev.sluice.schemas.view.OperationView.OperationStatus;
import dev.sluice.schemas.view.OrderStatusView;
import dev.sluice.schemas.view.ProductPageView;
import java.util.List;

/** What projections keep, rows as they are captured, and problems: whole and sparse. */
public final class ViewSamples {
    private static final String ORDER = "0195-order";
    private static final String SKU = "MUG-BLUE";

    private ViewSamples() {}

    public static List<Object> all() {
        BackOfficeOrderView confirmed = confirmed();
        BackOfficeOrderView declined = declined();
        return List.of(
                confirmed,
                declined,
                CustomerOrderView.of(confirmed),
                CustomerOrderView.of(declined),
                accepted(),
                decided(),
                new ProductPageView(SKU, "Blue mug", "Stoneware", "Kitchen", PRICE, 3, 1, 2),
                new ProductPageView(SKU, "Blue mug", null, "Kitchen", PRICE, 0, 1, 0),
                new OperationView("op", OperationStatus.SUCCEEDED, "product", SKU, 3L, null, NOON, null),
                new OperationView("op", OperationStatus.SUCCEEDED, "part", "New-year:ada", 3L, null, NOON, PRICE),
                new OperationView(
                        "op",
                        OperationStatus.REFUSED,
                        "wallet",
                        "ada",
                        null,
                        new Rejection.NoWallet("ada"),
                        NOON,
                        null),
                new GrabView.Offer("spring", 1_000, NOON, NOON.plusSeconds(60)),
                new GrabView.Place("spring:ada", NOON),
                new GrabView.Place("New-year:ada", null),
                parked(),
                parked().summary(),
                new ProductRow(SKU, "Blue mug", null, "Kitchen", 899, "GBP", 1),
                new CustomerRow("ada", "Ada Lovelace", "ada@example.org", "GB", 1),
                new CouponRow("SPRING", "{}", 1),
                new CampaignRow("flash", "{}", 1));
    }

    private static DeadLetterView parked() {
        ParkingAct act = new ParkingAct(ParkingAct.Kind.SKIP, "op", "olga", NOON);
        return new DeadLetterView(
                "0195-letter",
                LetterStatus.SKIPPED,
                "stock",
                "commands.stock",
                2,
                SKU,
                new ParkedMessage(
                        "m1", "/edge", "stock.CountStock.v1", NOON.toString(), "00-01", "{\"sku\":\"MUG\"}", false),
                "a hole",
                2,
                3,
                NOON,
                NOON,
                NOON,
                List.of(act));
    }

    public static List<Problem> problems() {
        return List.of(
                new Problem("about:blank", "Not Found", 404, "There is nothing here.", null, null),
                new Problem(
                        "/problems/bad-parameter",
                        "Bad parameter",
                        400,
                        "The parameter limit is wrong.",
                        "/products",
                        List.of(new Problem.Flaw("limit", "Give a whole number."))),
                new Problem(
                        "/problems/refused",
                        "Refused",
                        409,
                        "All places are taken.",
                        null,
                        null,
                        new Rejection.SoldOut("spring", 1_000)));
    }

    private static BackOfficeOrderView confirmed() {
        return new BackOfficeOrderView(
                ORDER,
                OrderStatus.CONFIRMED,
                null,
                new Customer(
                        "ada", "Ada Lovelace", "ada@example.org", "GB", 1L, new Masked("A*** L***", "a***@e***.org")),
                List.of(new BackOfficeOrderView.Line(SKU, "Mug", 2, PRICE, PRICE.times(2), 1L, "Blue mug", "Kitchen")),
                new AppliedCoupon("SPRING", PRICE),
                PRICE.times(2),
                PRICE,
                new Payment(PaymentState.CAPTURED, PRICE.times(2), PRICE),
                List.of(new BackOfficeOrderView.Doubt(Participant.STOCK, SKU, null, "confirmed, never tried", NOON)),
                NOON,
                NOON,
                NOON,
                NOON,
                4);
    }

    private static BackOfficeOrderView declined() {
        return new BackOfficeOrderView(
                ORDER,
                OrderStatus.REJECTED,
                new Rejection.UnknownSku(SKU),
                Customer.unknown("ada"),
                List.of(new BackOfficeOrderView.Line(SKU, null, 2, null, null, null, null, null)),
                null,
                null,
                null,
                new Payment(PaymentState.NONE, null, null),
                null,
                NOON,
                null,
                null,
                null,
                1);
    }

    private static OrderStatusView accepted() {
        return new OrderStatusView(
                ORDER,
                "ada",
                OrderStatus.ACCEPTED,
                null,
                List.of(new OrderStatusView.Line(SKU, null, 2, null, null)),
                null,
                null,
                null,
                List.of(new OrderStatusView.Step(OrderStatus.ACCEPTED, NOON)),
                "9f86d081884c7d65",
                0);
    }

    private static OrderStatusView decided() {
        return new OrderStatusView(
                ORDER,
                "ada",
                OrderStatus.REJECTED,
                new Rejection.DeadlinePassed(NOON),
                List.of(new OrderStatusView.Line(SKU, "Blue mug", 2, PRICE, 1L)),
                new AppliedCoupon("SPRING", PRICE),
                PRICE.times(2),
                PRICE,
                List.of(
                        new OrderStatusView.Step(OrderStatus.ACCEPTED, NOON),
                        new OrderStatusView.Step(OrderStatus.REJECTED, NOON)),
                "9f86d081884c7d65",
                2);
    }
}
