package dev.sluice.command.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.catalog.CatalogCommand.PutProduct;
import dev.sluice.schemas.customer.CustomerCommand.PutCustomer;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.operation.OperationOutcome;
import dev.sluice.schemas.operation.OperationOutcome.Succeeded;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contexts whose state is rows: versions, outcomes, repeats. And what is swept out behind them. */
class TablesIT {

    private static PutProduct product(String operation, String name, long price) {
        return new PutProduct(operation, "tea", name, null, "drinks", new Money(price, "GBP"));
    }

    private static List<Long> versions(Hosted hosted) {
        return hosted.sent().stream()
                .map(message -> ((Succeeded) message.data()).version())
                .toList();
    }

    @Test
    void aProductIsItsLatestRowAndEveryChangeCounts() {
        try (Hosted catalog = new Hosted(ContextName.CATALOG)) {
            catalog.send("tea", product("op1", "Tea", 250));
            catalog.send("tea", product("op2", "Green tea", 300));
            catalog.startAndAwait();
            catalog.awaitDone();
            catalog.send("tea", product("op3", "Best tea", 350));
            catalog.send("tea", product("op1", "Tea", 250));
            catalog.awaitDone();

            String row = "SELECT CONCAT_WS('|', sku, name, category, price_amount, price_currency, version) FROM ";
            assertThat(Servers.query(row + catalog.table("products"))).containsExactly("tea|Best tea|drinks|350|GBP|3");
            assertThat(versions(catalog)).containsExactly(1L, 2L, 3L);
            assertThat(catalog.sent())
                    .extracting(message -> ((OperationOutcome) message.data()).entity())
                    .containsOnly("product");
        }
    }

    @Test
    void aCustomerIsTheirLatestRowAndEveryChangeCounts() {
        try (Hosted customer = new Hosted(ContextName.CUSTOMER)) {
            customer.send("ann", new PutCustomer("op1", "ann", "Ann", "ann@example.org", "GB"));
            customer.send("ann", new PutCustomer("op2", "ann", "Ann Müller 🍵", null, "DE"));
            customer.startAndAwait();
            customer.awaitDone();

            String row = "SELECT CONCAT_WS('|', customer_id, name, country, version, email IS NULL) FROM ";
            assertThat(Servers.query(row + customer.table("customers"))).containsExactly("ann|Ann Müller 🍵|DE|2|1");
            assertThat(versions(customer)).containsExactly(1L, 2L);
        }
    }

    @Test
    void whatDoesNotFitItsColumnIsParkedAndTakesNobodyAlong() {
        try (Hosted catalog = new Hosted(ContextName.CATALOG)) {
            for (int i = 0; i < 20; i++) {
                String sku = "sku" + i;
                String name = i == 13 ? "x".repeat(501) : "Thing " + i;
                Payload put = new PutProduct("op" + i, sku, name, null, "things", new Money(1, "GBP"));
                catalog.send(sku, put);
            }
            catalog.startAndAwait();
            catalog.awaitDone();
            assertThat(Servers.query("SELECT akey FROM " + catalog.table("parked")))
                    .containsExactly("sku13");
            assertThat(catalog.count("products")).isEqualTo(19);
            assertThat(catalog.sent())
                    .filteredOn(message -> message.data() instanceof Succeeded)
                    .hasSize(19);
        }
    }

    @Test
    void onlyWhatIsOldIsTrimmed() {
        try (Hosted catalog = new Hosted(ContextName.CATALOG)) {
            for (int i = 0; i < 5; i++) {
                catalog.send("tea", product("op" + i, "Tea", i));
                catalog.startAndAwait();
                catalog.awaitDone();
                catalog.stop();
            }
            Servers.execute("UPDATE " + catalog.table("outbox")
                    + " SET created_at = CURRENT_TIMESTAMP(3) - INTERVAL 2 HOUR ORDER BY seq LIMIT 3");
            Servers.execute("UPDATE " + catalog.table("operation")
                    + " SET done_at = UTC_TIMESTAMP(3) - INTERVAL 16 DAY WHERE id = 'op0'");
            catalog.startAndAwait();
            catalog.trim();
            assertThat(catalog.sent())
                    .extracting(message -> ((OperationOutcome) message.data()).operationId())
                    .containsExactly("op3", "op4");
            assertThat(catalog.count("operation")).isEqualTo(4);
        }
    }
}
