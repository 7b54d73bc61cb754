package dev.sluice.command.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.AppliedCoupon;
import dev.sluice.schemas.order.OrderCommand.PlaceOrder;
import dev.sluice.schemas.order.OrderLine;
import dev.sluice.schemas.order.RequestedLine;
import dev.sluice.schemas.promotion.CampaignTerms;
import dev.sluice.schemas.promotion.CouponTerms;
import dev.sluice.schemas.rejection.Rejection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuoteTest {

    private static final Map<String, Prices.Offer> PRICES = Map.of(
            "tea", new Prices.Offer("Tea", pounds(250)),
            "mug", new Prices.Offer("Mug", pounds(900)),
            "vase", new Prices.Offer("Vase", new Money(100, "EUR")));

    private static final Map<String, CouponTerms> COUPONS = Map.of(
            "TENTH", terms(10, null),
            "FIVER", terms(null, pounds(500)));

    private static final Map<String, CampaignTerms> CAMPAIGNS =
            Map.of("flash", new CampaignTerms("tea", pounds(99), 5, Instant.EPOCH, Instant.MAX, 60));

    private static CouponTerms terms(@Nullable Integer percent, @Nullable Money amountOff) {
        return new CouponTerms(percent, amountOff, null, Instant.EPOCH, Instant.MAX, null, null);
    }

    private static Money pounds(long amount) {
        return new Money(amount, "GBP");
    }

    private static RequestedLine line(String sku, long quantity) {
        return new RequestedLine(sku, quantity, null);
    }

    private static Quote quote(@Nullable Money expectedTotal, RequestedLine... lines) {
        return quote(null, expectedTotal, lines);
    }

    private static Quote grabbed(String grabId, RequestedLine... lines) {
        return Quote.of(
                new PlaceOrder("o1", "ann", List.of(lines), null, grabId, null, "hash", Instant.EPOCH),
                new Lists(PRICES::get, COUPONS::get, CAMPAIGNS::get));
    }

    private static Quote quote(@Nullable String coupon, @Nullable Money expectedTotal, RequestedLine... lines) {
        return Quote.of(
                new PlaceOrder("o1", "ann", List.of(lines), coupon, null, expectedTotal, "hash", Instant.EPOCH),
                new Lists(PRICES::get, COUPONS::get, CAMPAIGNS::get));
    }

    @Test
    void linesAreSoldAtTheListPrice() {
        assertThat(quote(null, line("tea", 3), line("mug", 1)))
                .isEqualTo(new Quote.Priced(
                        List.of(
                                new OrderLine("tea", "Tea", 3, pounds(250)),
                                new OrderLine("mug", "Mug", 1, pounds(900))),
                        null,
                        pounds(1650)));
    }

    @Test
    void aPriceOnTheLineOverridesTheList() {
        assertThat(quote(null, new RequestedLine("tea", 3, pounds(0))))
                .isEqualTo(new Quote.Priced(List.of(new OrderLine("tea", "Tea", 3, pounds(0))), null, pounds(0)));
    }

    @Test
    void anUnknownSkuIsDeclinedEvenWithAPrice() {
        assertThat(quote(null, line("tea", 1), new RequestedLine("ufo", 1, pounds(1))))
                .isEqualTo(new Quote.Declined(new Rejection.UnknownSku("ufo")));
    }

    @Test
    void theExpectedTotalMustFit() {
        assertThat(quote(pounds(500), line("tea", 2))).isInstanceOf(Quote.Priced.class);
        assertThat(quote(pounds(499), line("tea", 2)))
                .isEqualTo(new Quote.Declined(new Rejection.TotalChanged(pounds(499), pounds(500))));
        assertThat(quote(new Money(500, "EUR"), line("tea", 2))).isInstanceOf(Quote.Declined.class);
    }

    @Test
    void currenciesDoNotMix() {
        assertThat(quote(null, line("tea", 1), line("vase", 1)))
                .isEqualTo(new Quote.Declined(new Rejection.MixedCurrencies("GBP", "EUR")));
    }

    @Test
    void aTotalBeyondAllMoneyIsDeclined() {
        RequestedLine dear = new RequestedLine("tea", 2, pounds(Long.MAX_VALUE / 2));
        assertThat(quote(null, dear, line("mug", 1))).isEqualTo(new Quote.Declined(new Rejection.TotalTooLarge("mug")));
        assertThat(quote(null, new RequestedLine("tea", 3, pounds(Long.MAX_VALUE / 2))))
                .isEqualTo(new Quote.Declined(new Rejection.TotalTooLarge("tea")));
    }

    @Test
    void aCouponTakesAShareOrAnAmountOff() {
        assertThat(quote("TENTH", null, line("tea", 3)))
                .isEqualTo(new Quote.Priced(
                        List.of(new OrderLine("tea", "Tea", 3, pounds(250))),
                        new AppliedCoupon("TENTH", pounds(75)),
                        pounds(675)));
        assertThat(quote("FIVER", pounds(250), line("tea", 3))).isInstanceOf(Quote.Priced.class);
    }

    @Test
    void aShareIsRoundedDownAndAnAmountIsNeverMoreThanTheWhole() {
        assertThat(quote("TENTH", pounds(100), new RequestedLine("tea", 1, pounds(109))))
                .isEqualTo(new Quote.Declined(new Rejection.TotalChanged(pounds(100), pounds(99))));
        assertThat(quote("FIVER", pounds(0), line("tea", 1))).isInstanceOf(Quote.Priced.class);
    }

    @Test
    void aCouponThatIsNoneOrOfAnotherCurrencyIsDeclined() {
        assertThat(quote("NONE", null, line("tea", 1)))
                .isEqualTo(new Quote.Declined(new Rejection.UnknownCoupon("NONE")));
        assertThat(quote("FIVER", null, line("vase", 1)))
                .isEqualTo(new Quote.Declined(new Rejection.CouponCurrency("FIVER", "EUR")));
    }

    @Test
    void aPlaceInACampaignBuysOneUnitAtItsPrice() {
        assertThat(grabbed("flash:ann", line("tea", 1)))
                .isEqualTo(new Quote.Priced(List.of(new OrderLine("tea", "Tea", 1, pounds(99))), null, pounds(99)));
        assertThat(grabbed("flash:ann", line("tea", 2)))
                .isEqualTo(new Quote.Declined(new Rejection.GrabNeedsItsLine("flash:ann", "tea")));
        assertThat(grabbed("flash:ann", line("mug", 1)))
                .isEqualTo(new Quote.Declined(new Rejection.GrabNeedsItsLine("flash:ann", "tea")));
    }

    @Test
    void aPlaceOfSomebodyElseOrOfNoCampaignBuysNothing() {
        for (String grabId : List.of("flash:bob", "flush:ann", "flash")) {
            assertThat(grabbed(grabId, line("tea", 1))).isEqualTo(new Quote.Declined(new Rejection.NoSuchGrab(grabId)));
        }
    }

    @Test
    void whatTheEdgeLetsNeverThroughIsAFault() {
        assertThatIllegalArgumentException().isThrownBy(() -> quote(null));
        assertThatIllegalArgumentException().isThrownBy(() -> quote(null, line("tea", 0)));
        assertThatIllegalArgumentException().isThrownBy(() -> quote(null, line("tea", 1), line("tea", 2)));
    }
}
