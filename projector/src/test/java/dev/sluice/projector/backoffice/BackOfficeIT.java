package dev.sluice.projector.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.projector.Feed;
import dev.sluice.projector.Servers;
import dev.sluice.projector.ViewReader;
import dev.sluice.projector.log.View;
import dev.sluice.projector.rejects.Rejects;
import dev.sluice.projector.run.ProjectionRunner;
import dev.sluice.projector.run.StateDirectory;
import dev.sluice.projector.run.StreamsProperties;
import dev.sluice.schemas.catalog.ProductRow;
import dev.sluice.schemas.customer.CustomerRow;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.OrderFact.OrderPlaced;
import dev.sluice.schemas.order.OrderLine;
import dev.sluice.schemas.payment.WalletFact.FundsFrozen;
import dev.sluice.schemas.view.BackOfficeOrderView;
import dev.sluice.schemas.view.BackOfficeOrderView.Line;
import dev.sluice.schemas.view.BackOfficeOrderView.PaymentState;
import dev.sluice.schemas.view.Projection;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The joins where they cross partitions: the bench has one partition only. */
class BackOfficeIT {
    private static final int ORDERS = 60;
    private static final int CUSTOMERS = 7;
    private static final int PRODUCTS = 9;
    private static final Money PRICE = new Money(250, "GBP");
    private static final Instant AT = Instant.parse("2026-01-01T10:00:00Z");

    @TempDir
    private Path directory;

    private final View view = Servers.view(Projection.BACK_OFFICE_ORDERS);
    private final String orders = "orders." + view.generation();
    private final String payments = "payments." + view.generation();
    private final String customers = "customers." + view.generation();
    private final String products = "products." + view.generation();
    private final String rejects = "rejects." + view.generation();
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final Feed feed = new Feed();
    private ProjectionRunner runner;

    @BeforeEach
    void start() {
        Servers.create(orders, payments, customers, products, rejects, view.topic());
        StreamsProperties properties =
                new StreamsProperties(Servers.SETTINGS, new StateDirectory(directory), new Rejects(rejects));
        BackOfficeTopology topology = new BackOfficeTopology(
                new BackOfficeTopology.Sources(orders, payments, customers, products), view.topic());
        runner = new ProjectionRunner(view, topology, _ -> properties.of(view), scheduler);
        runner.start();
    }

    @AfterEach
    void stop() {
        runner.close();
        scheduler.shutdownNow();
        feed.close();
        Servers.forget(view);
    }

    @Test
    void everySideFindsEveryOrderWhereverTheyLie() {
        IntStream.range(0, ORDERS / 2).forEach(this::ordered);
        IntStream.range(0, CUSTOMERS).forEach(i -> customer(i, "Ann " + i, 1));
        IntStream.range(0, PRODUCTS).forEach(i -> product(i, "Lamp " + i, 1));
        IntStream.range(ORDERS / 2, ORDERS).forEach(this::ordered);
        IntStream.range(0, ORDERS).forEach(this::paid);

        try (ViewReader<BackOfficeOrderView> reader = new ViewReader<>(view.topic(), BackOfficeOrderView.class)) {
            awaitAll(reader, "Ann ", "Lamp ");
            IntStream.range(0, CUSTOMERS).forEach(i -> customer(i, "Anne " + i, 2));
            IntStream.range(0, PRODUCTS).forEach(i -> product(i, "Desk lamp " + i, 2));
            awaitAll(reader, "Anne ", "Desk lamp ");
        }
    }

    private void awaitAll(ViewReader<BackOfficeOrderView> reader, String customer, String product) {
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertComplete(reader.documents().values(), customer, product));
    }

    private static void assertComplete(Collection<BackOfficeOrderView> documents, String customer, String product) {
        assertThat(documents).hasSize(ORDERS).allSatisfy(order -> {
            int number = Integer.parseInt(order.id().substring(2));
            assertThat(order.customer().name()).isEqualTo(customer + number % CUSTOMERS);
            assertThat(order.payment().state()).isEqualTo(PaymentState.FROZEN);
            assertThat(order.lines())
                    .extracting(Line::currentName)
                    .containsExactly(product + number % PRODUCTS, product + (number + 1) % PRODUCTS);
        });
    }

    private void ordered(int number) {
        String id = "o-" + number;
        List<OrderLine> lines = List.of(line(number % PRODUCTS), line((number + 1) % PRODUCTS));
        String customer = "c-" + number % CUSTOMERS;
        feed.fact(orders, id, 0, new OrderPlaced(id, customer, lines, null, null, PRICE.times(2), "hash", AT, AT, AT));
    }

    private void paid(int number) {
        String customer = "c-" + number % CUSTOMERS;
        feed.fact(
                payments,
                customer,
                number,
                new FundsFrozen(customer, "o-" + number, PRICE.times(2), AT, 10_000, 10_000));
    }

    private void customer(int number, String name, long version) {
        feed.row(customers, "c-" + number, new CustomerRow("c-" + number, name, null, "GB", version));
    }

    private void product(int number, String name, long version) {
        feed.row(
                products,
                "sku-" + number,
                new ProductRow("sku-" + number, name, null, "Lighting", 250, "GBP", version));
    }

    private static OrderLine line(int product) {
        return new OrderLine("sku-" + product, "as sold", 1, PRICE);
    }
}
