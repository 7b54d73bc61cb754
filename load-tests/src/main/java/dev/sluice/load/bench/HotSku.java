package dev.sluice.load.bench;

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
    private static final Rush ALL = new Rush(20_000, 1_000);

    /** The JIT compilers have done most of their work by then. */
    private static final Rush WARM_UP = new Rush(20_000, 1_000);

    private static final int CUSTOMERS = 200;
    private static final Money PRICE = new Money(100, "GBP");
    private static final Money PLENTY = new Money(100_000_000, "GBP");

    private record Rush(int orders, int units) {
        double perSecond(Duration took) {
            return orders / Math.max(1e-3, took.toMillis() / 1e3);
        }
    }

    private final Clock clock = Clock.systemUTC();

    @Override
    public String name() {
        return "hot-sku";
    }

    @Override
    public List<Figure> run(Installation installation, Wish wish, PrintStream progress) {
        EventStores stores = new EventStores(installation.mysql());
        try (CommandLog log = new CommandLog(installation.kafka())) {
            rush(installation, log, stores, WARM_UP, progress);
            return rush(installation, log, stores, ALL, progress);
        } catch (SQLException e) {
            throw new OperatorMistake("MySQL does not answer: " + e.getMessage());
        }
    }

    private List<Figure> rush(
            Installation installation, CommandLog log, EventStores stores, Rush rush, PrintStream progress)
            throws SQLException {
        String sku = "hot-" + Ids.next();
        StockingUp.with(installation.kafka(), log, clock, goods -> {
            goods.product(sku, PRICE, rush.units);
            IntStream.range(0, CUSTOMERS).forEach(i -> goods.wallet(customer(i), PLENTY));
        });
        progress.printf("placing %d orders for %d units of %s%n", rush.orders, rush.units, sku);
        long begin = stores.endOfOrders();
        Instant start = clock.instant();
        place(log, rush.orders, sku);
        awaitSettled(stores, begin, rush.orders, progress);
        return figures(stores, sku, rush, Duration.between(start, clock.instant()));
    }

    private static String customer(int number) {
        return "hot-" + number % CUSTOMERS;
    }

    private void place(CommandLog log, int orders, String sku) {
        for (int i = 0; i < orders; i++) {
            String id = Ids.next();
            Instant now = clock.instant();
            List<RequestedLine> lines = List.of(new RequestedLine(sku, 1, null));
            PlaceOrder order = new PlaceOrder(id, customer(i), lines, null, null, null, "hash-of-" + id, now);
            log.send(Topics.COMMANDS_ORDERING, new Message<>(Ids.next(), "/bench", id, now, null, order));
        }
        log.flush();
    }

    /** Nobody else orders meanwhile; whether it was these that settled, the sums will show. */
    private static void awaitSettled(EventStores stores, long begin, int orders, PrintStream progress)
            throws SQLException {
        Stall stall = new Stall(Duration.ofMinutes(2));
        long settled = 0;
        while (settled < orders) {
            Backoff.pauseFor(Duration.ofSeconds(1));
            long now = stores.settledSince(begin);
            if (now > settled) {
                stall.moved();
                progress.printf("%d of %d orders settled%n", now, orders);
            }
            settled = now;
            stall.check((orders - settled) + " orders");
        }
    }

    /** Throws IllegalStateException where the sums are wrong: then the speed is of no interest. */
    private static List<Figure> figures(EventStores stores, String sku, Rush rush, Duration took) throws SQLException {
        Sales sales = new Sales();
        stores.stock(Set.of(sku), sales::add);
        if (sales.taken != rush.units || sales.reserved != 0 || sales.decisions != rush.orders) {
            throw new IllegalStateException(sales.taken + " units were sold of " + rush.units + ", " + sales.reserved
                    + " are still reserved, " + sales.decisions + " of " + rush.orders + " orders were decided on");
        }
        return List.of(
                Figure.higher("units-sold", (double) sales.taken, "pcs"),
                Figure.higher("stock-decisions-per-s", rush.perSecond(stores.decisions(sku)), "1/s"),
                Figure.higher("orders-settled-per-s", rush.perSecond(took), "1/s"),
                Figure.lower("stock-facts-per-order", (double) sales.facts / rush.orders, ""));
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
