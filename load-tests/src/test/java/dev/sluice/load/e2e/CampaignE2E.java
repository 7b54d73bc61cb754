package dev.sluice.load.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.load.api.OrderRequest;
import dev.sluice.load.api.OrderView;
import dev.sluice.load.crowd.Crowd;
import dev.sluice.load.http.Answer;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.order.RequestedLine;
import dev.sluice.schemas.promotion.CampaignTerms;
import dev.sluice.schemas.rejection.Rejection;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** So many places, so many customers, and not one more. */
class CampaignE2E {
    private static final int PLACES = 5;

    private final Sluice sluice = new Sluice();
    private final Shop shop = new Shop(sluice);

    private String sku = "";
    private String campaign = "";

    @BeforeEach
    void open() {
        sluice.awaitReady();
        sku = shop.product(100, 5_000);
        campaign = shop.campaign(new CampaignTerms(
                sku,
                Shop.gbp(99),
                PLACES,
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2100-01-01T00:00:00Z"),
                900));
    }

    @Test
    void grantsExactlyItsPlacesAndEachBuysOneUnitAtItsPrice() {
        List<String> crowd =
                Stream.generate(() -> Shop.unique("cust")).limit(30).toList();
        Queue<String> granted = new ConcurrentLinkedQueue<>();
        Crowd.each(crowd, 10, customer -> {
            Answer answer = sluice.shopper(customer).grab(campaign, Ids.next());
            if (answer.body().contains("SUCCEEDED")) {
                granted.add(customer);
            } else {
                assertThat(answer.body()).contains("SOLD_OUT");
            }
        });
        assertThat(granted).hasSize(PLACES);
        String lucky = granted.element();
        assertThat(sluice.shopper(lucky).grab(campaign, Ids.next()).body()).contains("ALREADY_GRABBED");
    }

    @Test
    void aPlaceIsSpentOnceAndByItsCustomerAlone() {
        String ann = shop.customer(1_000);
        String bob = shop.customer(1_000);
        assertThat(sluice.shopper(ann).grab(campaign, Ids.next()).body()).contains("SUCCEEDED");
        String place = campaign + ':' + ann;

        assertThat(buys(bob, place).reason()).isEqualTo(new Rejection.NoSuchGrab(place));
        OrderView order = buys(ann, place);
        assertThat(order.status()).as("%s", order.reason()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(order.total()).isEqualTo(Shop.gbp(99));
        assertThat(buys(ann, place).reason()).isEqualTo(new Rejection.NoSuchGrab(place));
    }

    private OrderView buys(String customer, String grabId) {
        List<RequestedLine> lines = List.of(new RequestedLine(sku, 1, null));
        return shop.buys(customer, new OrderRequest(customer, lines, null, grabId, null));
    }
}
