package dev.sluice.load.bench;

import dev.sluice.load.api.ProductRequest;
import dev.sluice.load.api.Role;
import dev.sluice.load.api.ShopApi;
import dev.sluice.load.api.Tokens;
import dev.sluice.load.crowd.Crowd;
import dev.sluice.load.http.Direct;
import dev.sluice.load.installation.Installation;
import dev.sluice.load.installation.OperatorMistake;
import dev.sluice.load.ledger.EventStores;
import dev.sluice.load.patience.Backoff;
import dev.sluice.load.patience.Stall;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.order.OrderCommand.PlaceOrder;
import dev.sluice.schemas.order.RequestedLine;
import dev.sluice.schemas.stock.StockFact;
import dev.sluice.schemas.topic.Topics;
import dev.sluice.schemas.wire.Message;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Far more orders for one SKU than there are units: every unit is sold, none twice, and nobody asks again and again. */
final class HotSku implements Scenario {
    private static final int ORDERS = 20_000;
    private static final int UNITS = 1_000;
    private static final int CUSTOMERS = 200;
    private static final Money PRICE = new Money(100, "GBP");
    private static final Money PLENTY = new Money(100_000_000, "GBP");

    private final Clock clock = Clock.systemUTC();

    @Override
    public String name() {
        return "hot-sku";
    }

    @Override
    public List<Figure> run(Installation installation, Wish wish, PrintStream progress) {
        String run = Ids.next();
        String sku = "hot-" + run;
        stockUp(installation, sku);
        List<String> orders =
                IntStream.range(0, ORDERS).mapToObj(i -> Ids.next()).toList();
        progress.printf("placing %d orders for %d units of %s%n", ORDERS, UNITS, sku);
        EventStores stores = new EventStores(installation.mysql());
        try {
            long begin = stores.endOfOrders();
            Instant start = clock.instant();
            place(installation, orders, sku);
            awaitSettled(stores, begin, progress);
            Duration took = Duration.between(start, clock.instant());
            return figures(stores, sku, took);
        } catch (SQLException e) {
            throw new OperatorMistake("MySQL does not answer: " + e.getMessage());
        }
    }

    private static void stockUp(Installation installation, String sku) {
        Tokens tokens = new Tokens(installation);
        ShopApi api = new ShopApi(installation.edge(), new Direct(), () -> tokens.of(Role.IMPORTER, null));
        Stall stall = new Stall(Duration.ofMinutes(1));
        api.awaitSuccess(api.putProduct(sku, new ProductRequest("Hot ware", null, "Benchmark", PRICE)), stall);
        api.awaitSuccess(api.putStock(sku, UNITS), stall);
        Crowd.each(
                IntStream.range(0, CUSTOMERS).mapToObj(HotSku::customer).toList(),
                16,
                customer -> api.awaitSuccess(api.putWallet(customer, PLENTY), stall));
    }

    private static String customer(int number) {
        return "hot-" + number % CUSTOMERS;
    }

    private void place(Installation installation, List<String> orders, String sku) {
        try (CommandLog log = new CommandLog(installation.kafka())) {
            for (int i = 0; i < orders.size(); i++) {
                String id = orders.get(i);
                Instant now = clock.instant();
                PlaceOrder order = new PlaceOrder(
                        id,
                        customer(i),
                        List.of(new RequestedLine(sku, 1, null)),
                        null,
                        null,
                        null,
                        "hash-of-" + id,
                        now);
                log.send(Topics.COMMANDS_ORDERING, new Message<>(Ids.next(), "/bench", id, now, null, order));
            }
            log.flush();
        }
    }

    /** Nobody else orders meanwhile; whether it was these that settled, the sums will show. */
    private static void awaitSettled(EventStores stores, long begin, PrintStream progress) throws SQLException {
        Stall stall = new Stall(Duration.ofMinutes(2));
        long settled = 0;
        while (settled < ORDERS) {
            Backoff.pauseFor(Duration.ofSeconds(1));
            long now = stores.settledSince(begin);
            if (now > settled) {
                stall.moved();
                progress.printf("%d of %d orders settled%n", now, ORDERS);
            }
            settled = now;
            stall.check((ORDERS - settled) + " orders");
        }
    }

    /** Throws IllegalStateException where the sums are wrong: then the speed is of no interest. */
    private static List<Figure> figures(EventStores stores, String sku, Duration took) throws SQLException {
        Sales sales = new Sales();
        stores.stock(Set.of(sku), sales::add);
        if (sales.taken != UNITS || sales.reserved != 0 || sales.decisions != ORDERS) {
            throw new IllegalStateException(sales.taken + " units were sold of " + UNITS + ", " + sales.reserved
                    + " are still reserved, " + sales.decisions + " of " + ORDERS + " orders were decided on");
        }
        return List.of(
                Figure.higher("units-sold", (double) sales.taken, "pcs"),
                Figure.higher("stock-decisions-per-s", perSecond(stores.decisions(sku)), "1/s"),
                Figure.higher("orders-settled-per-s", perSecond(took), "1/s"),
                Figure.lower("stock-facts-per-order", (double) sales.facts / ORDERS, ""));
    }

    private static double perSecond(Duration took) {
        return ORDERS / Math.max(1e-3, took.toMillis() / 1e3);
    }

    /** What the stock of the SKU has come to. */
    private static final class Sales {
        private long taken;
        private long reserved;
        private long decisions;
        private long facts;

        void add(StockFact fact) {
            facts++;
            switch (fact) {
                case StockFact.UnitsReserved f -> {
                    decisions++;
                    reserved += f.quantity();
                }
                case StockFact.ReservationRefused _, StockFact.ReservationBarred _ -> decisions++;
                case StockFact.UnitsTaken f -> {
                    taken += f.quantity();
                    reserved -= f.quantity();
                }
                case StockFact.UnitsReleased f -> reserved -= f.quantity();
                case StockFact.StockCounted _, StockFact.UnitsReturned _ -> {}
            }
        }
    }
}
