package dev.sluice.load.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.load.api.ShopApi;
import dev.sluice.load.http.Answer;
import dev.sluice.load.patience.Stall;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.OrderFact;
import dev.sluice.schemas.payment.WalletFact;
import dev.sluice.schemas.view.BackOfficeOrderView;
import dev.sluice.schemas.view.BackOfficeOrderView.Doubt;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A refund that cannot go where the money came from, since the wallet is kept in another currency by now. */
class DoubtE2E {
    private final Sluice sluice = new Sluice();
    private final Shop shop = new Shop(sluice);

    private String customer = "";
    private String order = "";
    private @Nullable Doubt noticed;

    @BeforeEach
    void returnToAForeignWallet() {
        sluice.awaitReady();
        String sku = shop.product(10, 150);
        customer = shop.customer(300);
        order = shop.buys(customer, sku, 2).id();
        Sluice.await().until(() -> shop.orderFacts(order).getLast() instanceof OrderFact.OrderSettled);
        succeeded(sluice.admin().putWallet(customer, new Money(0, "EUR")));
        succeeded(sluice.shopper(customer)
                .post(path("/orders/", "/cancellation"), Shop.json(Map.of()), null, ShopApi.WAIT));
        Sluice.await().untilAsserted(() -> assertThat(doubts()).hasSize(1));
        noticed = doubts().getFirst();
        assertThat(noticed.detail()).contains("EUR");
    }

    @Test
    void isRefundedByARetryOnceTheWalletIsMended() throws SQLException {
        succeeded(sluice.admin().putWallet(customer, new Money(0, "GBP")));
        succeeded(act("retry", branch()));

        Sluice.await()
                .untilAsserted(
                        () -> assertThat(shop.orderFacts(order)).last().isInstanceOf(OrderFact.ReturnSettled.class));
        assertThat(shop.walletFacts(customer))
                .last()
                .isInstanceOfSatisfying(
                        WalletFact.FundsRefunded.class,
                        refund -> assertThat(refund.balance()).isEqualTo(300));
        notListedAnyMore();
    }

    @Test
    void isSettledByWhatAnOperatorFound() throws SQLException {
        succeeded(act("resolve", with(branch(), "note", "paid in cash")));

        assertThat(shop.orderFacts(order))
                .hasAtLeastOneElementOfType(OrderFact.BranchResolved.class)
                .last()
                .isInstanceOf(OrderFact.ReturnSettled.class);
        assertThat(shop.walletFacts(customer)).noneMatch(WalletFact.FundsRefunded.class::isInstance);
        notListedAnyMore();
        assertThat(act("retry", branch()).body()).contains("REFUSED").contains("NOT_IN_DOUBT");
    }

    @Test
    void isForStaffWhoSayWhichBranch() {
        byte[] body = Shop.json(branch());
        assertThat(sluice.shopper(customer)
                        .post(path("/admin/in-doubt/", "/retry"), body, null, null)
                        .status())
                .isEqualTo(403);
        assertThat(act("resolve", branch()).status()).as("without a note").isEqualTo(400);
        assertThat(act("retry", Map.of("participant", "BANK", "key", "x")).status())
                .isEqualTo(400);
    }

    private Map<String, String> branch() {
        Doubt doubt = Objects.requireNonNull(noticed);
        return Map.of(
                "participant",
                doubt.participant().name(),
                "key",
                doubt.key(),
                "returnId",
                String.valueOf(doubt.returnId()));
    }

    private static Map<String, String> with(Map<String, String> body, String key, String value) {
        Map<String, String> more = new HashMap<>(body);
        more.put(key, value);
        return more;
    }

    private Answer act(String act, Map<String, String> body) {
        return sluice.admin().post(path("/admin/in-doubt/", "/" + act), Shop.json(body), null, ShopApi.WAIT);
    }

    private String path(String before, String after) {
        return before + order + after;
    }

    private void succeeded(Answer write) {
        sluice.admin().awaitSuccess(write, new Stall(Sluice.PATIENCE));
    }

    private BackOfficeOrderView listed() {
        return inDoubt().stream()
                .filter(found -> found.id().equals(order))
                .findFirst()
                .orElseThrow(() -> new AssertionError("order " + order + " is not listed"));
    }

    private List<Doubt> doubts() {
        return Objects.requireNonNull(listed().doubts());
    }

    private void notListedAnyMore() {
        Sluice.await()
                .untilAsserted(() -> assertThat(inDoubt())
                        .extracting(BackOfficeOrderView::id)
                        .doesNotContain(order));
    }

    private List<BackOfficeOrderView> inDoubt() {
        return sluice.admin().get("/admin/in-doubt?limit=100").as(Page.class).items();
    }

    private record Page(List<BackOfficeOrderView> items) {}
}
