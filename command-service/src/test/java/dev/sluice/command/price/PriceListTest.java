package dev.sluice.command.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.command.quote.Prices.Offer;
import dev.sluice.schemas.catalog.ProductRow;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.money.Money;
import org.junit.jupiter.api.Test;

class PriceListTest {

    private final PriceList prices = new PriceList();

    private static byte[] row(long version, long price) {
        return Json.MAPPER.writeValueAsBytes(new ProductRow("tea", "Tea", null, "drinks", price, "GBP", version));
    }

    private static Offer offer(long price) {
        return new Offer("Tea", new Money(price, "GBP"));
    }

    @Test
    void theNewestRowCountsWhateverComesLast() {
        assertThat(prices.find("tea")).isNull();
        prices.put(row(1, 100));
        prices.put(row(3, 300));
        prices.put(row(2, 200));
        assertThat(prices.find("tea")).isEqualTo(offer(300));
    }

    @Test
    void aDeletedProductIsNotOnOffer() {
        prices.put(row(1, 100));
        prices.remove("tea");
        assertThat(prices.find("tea")).isNull();
    }
}
