package dev.sluice.projector.productpage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.projector.TestBench;
import dev.sluice.schemas.catalog.ProductRow;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.rejection.Rejection.InsufficientStock;
import dev.sluice.schemas.stock.StockFact;
import dev.sluice.schemas.stock.StockFact.ReservationRefused;
import dev.sluice.schemas.stock.StockFact.StockCounted;
import dev.sluice.schemas.stock.StockFact.UnitsReserved;
import dev.sluice.schemas.stock.StockFact.UnitsReturned;
import dev.sluice.schemas.stock.StockFact.UnitsTaken;
import dev.sluice.schemas.view.ProductPageView;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductPageTopologyTest {
    private static final String SKU = "sku-1";
    private static final Instant LATER = Instant.parse("2026-01-01T10:00:00Z");

    @TempDir
    private Path directory;

    private TestBench bench;

    @BeforeEach
    void start() {
        bench = new TestBench(new ProductPageTopology("products", "stock", TestBench.VIEW).get(), directory);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void aProductThatNobodyCountedHasAPageToo() {
        described("Lamp", 1);

        assertThat(page()).isEqualTo(page("Lamp", 0, 1, 0));
    }

    @Test
    void whatIsPromisedIsNotAvailable() {
        described("Lamp", 1);
        happened(0, new StockCounted(SKU, 10, 0));
        happened(1, new UnitsReserved(SKU, "o-1", 4, LATER, 10, 4));

        assertThat(page()).isEqualTo(page("Lamp", 6, 1, 2));
    }

    @Test
    void stockThatIsCountedBeforeTheProductIsKnownWaitsForIt() {
        happened(0, new StockCounted(SKU, 10, 0));
        assertThat(bench.written(ProductPageView.class)).isEmpty();

        described("Lamp", 1);
        assertThat(page()).isEqualTo(page("Lamp", 10, 1, 1));
    }

    @Test
    void earlierFactsAndRowsThatComeAgainChangeNothing() {
        described("Lamp", 1);
        described("Desk lamp", 2);
        happened(0, new StockCounted(SKU, 10, 0));
        happened(1, new UnitsReserved(SKU, "o-1", 4, LATER, 10, 4));
        happened(2, new UnitsTaken(SKU, "o-1", 4, 6, 0));
        described("Lamp", 1);
        happened(0, new StockCounted(SKU, 10, 0));
        happened(1, new UnitsReserved(SKU, "o-1", 4, LATER, 10, 4));

        assertThat(page()).isEqualTo(page("Desk lamp", 6, 2, 3));
    }

    @Test
    void returnedUnitsCanBePromisedAgain() {
        described("Lamp", 1);
        happened(0, new StockCounted(SKU, 10, 0));
        happened(1, new UnitsReturned(SKU, "o-1", "r-1", 2, LATER, 12, 0));

        assertThat(page()).isEqualTo(page("Lamp", 12, 1, 2));
    }

    @Test
    void refusalsLeaveThePageAlone() {
        described("Lamp", 1);
        happened(0, new StockCounted(SKU, 1, 0));
        bench.written(ProductPageView.class);
        happened(1, new ReservationRefused(SKU, "o-1", 4, new InsufficientStock(SKU, 4, 1), LATER));

        assertThat(bench.written(ProductPageView.class)).isEmpty();
    }

    @Test
    void aRowWithoutCurrencyIsSetAsideAndTheNextIsRead() {
        bench.send("products", SKU, new RecordHeaders(), TestBench.utf8("{\"sku\":\"sku-1\",\"version\":1}"));
        described("Lamp", 2);

        assertThat(bench.rejected()).hasSize(1);
        assertThat(page()).isEqualTo(page("Lamp", 0, 2, 0));
    }

    private void described(String name, long version) {
        bench.row("products", SKU, new ProductRow(SKU, name, "Bright", "Lighting", 1999, "GBP", version));
    }

    private void happened(long sequence, StockFact fact) {
        bench.fact("stock", SKU, sequence, fact);
    }

    private ProductPageView page() {
        return bench.document(SKU, ProductPageView.class);
    }

    private static ProductPageView page(String name, long available, long productVersion, long stockVersion) {
        Money price = new Money(1999, "GBP");
        return new ProductPageView(SKU, name, "Bright", "Lighting", price, available, productVersion, stockVersion);
    }
}
