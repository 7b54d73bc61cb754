package dev.sluice.load.bench.write;

import dev.sluice.load.bench.CommandLog;
import dev.sluice.load.bench.StockingUp;
import dev.sluice.load.bench.contest.Basket;
import dev.sluice.load.bench.contest.Contender;
import dev.sluice.load.bench.contest.Levels;
import dev.sluice.load.bench.contest.Run;
import dev.sluice.load.bench.contest.Shop;
import dev.sluice.load.bench.probe.Pids;
import dev.sluice.load.bench.probe.Rows;
import dev.sluice.load.bench.probe.Tail;
import dev.sluice.load.bench.probe.Usage;
import dev.sluice.load.installation.Installation;
import dev.sluice.load.ledger.EventStores;
import dev.sluice.load.patience.Stall;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.money.Money;
import dev.sluice.schemas.promotion.CouponTerms;
import dev.sluice.schemas.topic.Topics;
import dev.sluice.schemas.wire.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** The running write side: commands go into Kafka where the edge would put them, facts are awaited where the projector would. */
public final class Sluice implements Contender {
    /** Plenty for full turns of every context, and so few that none comes near its deadline. */
    private static final int IN_FLIGHT = 4_000;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration COUPONS_LAST = Duration.ofDays(1);
    private static final String GENERATOR = "generator";
    private static final List<String> NAMES = List.of("command-service", "mysql", "kafka", "connect");

    private final Installation installation;
    private final Clock clock;
    private final CommandLog log;
    private final Map<String, List<Long>> pids;

    public Sluice(Installation installation, Clock clock) {
        this.installation = installation;
        this.clock = clock;
        this.pids = new HashMap<>(Pids.of(installation, NAMES));
        pids.put(GENERATOR, List.of(ProcessHandle.current().pid()));
        this.log = new CommandLog(installation.kafka());
    }

    List<Long> mysqld() {
        return Objects.requireNonNull(pids.get("mysql"));
    }

    @Override
    public void stockUp(Shop shop) {
        Instant now = clock.instant();
        CouponTerms terms = new CouponTerms(Shop.PERCENT, null, null, now, now.plus(COUPONS_LAST), null, null);
        StockingUp.with(installation.kafka(), log, clock, goods -> {
            shop.skus().forEach(sku -> goods.product(sku, gbp(Shop.price(sku)), Shop.UNITS));
            shop.customers().forEach(customer -> goods.wallet(customer, gbp(Shop.BALANCE)));
            shop.coupons().forEach(code -> goods.coupon(code, terms));
        });
    }

    private static Money gbp(long pence) {
        return new Money(pence, Shop.CURRENCY);
    }

    @Override
    public Run run(List<Basket> orders, Pace pace) {
        Finish finish = new Finish(orders, pace.isSaturated() ? IN_FLIGHT : orders.size());
        Stall stall = new Stall(PATIENCE);
        log.open(Topics.COMMANDS_ORDERING);
        try (Tail tail = new Tail(
                installation.kafka(), Topics.EVENTS_ORDERING, fact -> finish.see(fact, System.nanoTime(), stall))) {
            Rows rows = Rows.now(installation);
            Usage usage = Usage.of(pids);
            long start = System.nanoTime();
            place(orders, pace, finish, stall);
            finish.await(stall);
            Usage taken = Usage.of(pids).since(usage);
            tail.check();
            return result(
                    orders.size(), finish, start, taken, Rows.now(installation).since(rows));
        }
    }

    private void place(List<Basket> orders, Pace pace, Finish finish, Stall stall) {
        long start = System.nanoTime();
        for (int i = 0; i < orders.size(); i++) {
            finish.awaitRoom(stall);
            finish.sending(i, pace.isSaturated() ? System.nanoTime() : awaitDue(start, i, pace));
            Instant now = clock.instant();
            Basket order = orders.get(i);
            log.send(
                    Topics.COMMANDS_ORDERING,
                    new Message<>(Ids.next(), "/bench", order.orderId(), now, null, order.at(now)));
        }
        log.flush();
    }

    private static long awaitDue(long start, int number, Pace pace) {
        long due = start + number * Duration.ofSeconds(1).toNanos() / pace.perSecond();
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return due;
    }

    private static Run result(int orders, Finish finish, long start, Usage taken, Rows rows) {
        double write = taken.millis("command-service", "mysql") / orders;
        double all = taken.millis(NAMES.toArray(String[]::new)) / orders;
        String cpu = NAMES.stream()
                .map(name -> String.format(Locale.ROOT, "%s %.3f", name, taken.millis(name) / orders))
                .collect(Collectors.joining(", "));
        String detail = String.format(
                Locale.ROOT,
                "%s; generator %.3f; rows of events %.2f, outbox %.3f, inbox %.3f; Kafka records %.2f",
                cpu,
                taken.millis(GENERATOR) / orders,
                rows.events() / (double) orders,
                rows.outbox() / (double) orders,
                rows.inbox() / (double) orders,
                rows.records() / (double) orders);
        return new Run(
                orders, finish.since(start).toNanos() / 1e9, write, all, finish.millis(50), finish.millis(99), detail);
    }

    @Override
    public Levels levels(Shop shop) {
        return Audit.of(new EventStores(installation.mysql()), shop);
    }

    @Override
    public void close() {
        log.close();
    }
}
