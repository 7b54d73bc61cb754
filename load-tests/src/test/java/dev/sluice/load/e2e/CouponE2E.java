package dev.sluice.load.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.load.api.OrderRequest;
import dev.sluice.load.api.OrderView;
import dev.sluice.load.api.ShopApi;
import dev.sluice.load.patience.Stall;
import dev.sluice.schemas.order.AppliedCoupon;
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.order.RequestedLine;
import dev.sluice.schemas.payment.WalletFact.FundsCaptured;
import dev.sluice.schemas.promotion.CouponTerms;
import dev.sluice.schemas.rejection.Rejection;
import dev.sluice.schemas.view.BackOfficeOrderView;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A coupon takes off what it says, as often as it says, and is whole again when the order goes back. */
class CouponE2E {
    private final Sluice sluice = new Sluice();
    private final Shop shop = new Shop(sluice);

    private String sku = "";
    private String customer = "";

    @BeforeEach
    void open() {
        sluice.awaitReady();
        sku = shop.product(10, 199);
        customer = shop.customer(10_000);
    }

    @Test
    void takesItsShareOffOncePerCustomerAndComesBackWithTheOrder() {
        String coupon = shop.coupon(oncePerCustomer(Instant.parse("2100-01-01T00:00:00Z")));
        AppliedCoupon applied = new AppliedCoupon(coupon, Shop.gbp(39));

        OrderView first = buys(coupon.toLowerCase(Locale.ROOT));
        assertThat(first.status()).as("%s", first.reason()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(first.coupon()).isEqualTo(applied);
        assertThat(first.total()).isEqualTo(Shop.gbp(359));
        assertThat(buys(coupon).reason()).isEqualTo(new Rejection.CouponUsedUp(coupon, 1, true));
        new BackOffice(sluice)
                .awaitOrders(
                        customer,
                        orders -> assertThat(orders)
                                .filteredOn(BackOfficeOrderView::id, first.id())
                                .extracting(BackOfficeOrderView::coupon)
                                .containsExactly(applied));

        ShopApi shopper = sluice.shopper(customer);
        byte[] whole = Shop.json(Map.of());
        shopper.awaitSuccess(
                shopper.post("/orders/" + first.id() + "/cancellation", whole, null, ShopApi.WAIT),
                new Stall(Sluice.PATIENCE));
        Sluice.await().untilAsserted(() -> assertThat(buys(coupon).status()).isEqualTo(OrderStatus.CONFIRMED));
        // An order is confirmed when it is decided; the wallet hears of it right after.
        Sluice.await()
                .untilAsserted(() -> assertThat(shop.walletFacts(customer))
                        .filteredOn(FundsCaptured.class::isInstance)
                        .extracting(fact -> ((FundsCaptured) fact).amount())
                        .containsExactly(Shop.gbp(359), Shop.gbp(359)));
    }

    @Test
    void isOfNoUseAfterItsTime() {
        Instant over = Instant.parse("2026-01-02T00:00:00Z");
        String coupon = shop.coupon(oncePerCustomer(over));
        assertThat(buys(coupon).reason())
                .isEqualTo(new Rejection.CouponNotValid(coupon, Instant.parse("2026-01-01T00:00:00Z"), over));
        assertThat(buys("NO-SUCH-COUPON").reason()).isEqualTo(new Rejection.UnknownCoupon("NO-SUCH-COUPON"));
    }

    private OrderView buys(String coupon) {
        return shop.buys(
                customer, new OrderRequest(customer, List.of(new RequestedLine(sku, 2, null)), coupon, null, null));
    }

    private static CouponTerms oncePerCustomer(Instant until) {
        return new CouponTerms(10, null, null, Instant.parse("2026-01-01T00:00:00Z"), until, 1L, null);
    }
}
