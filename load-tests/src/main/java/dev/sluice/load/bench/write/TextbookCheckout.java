package dev.sluice.load.bench.write;

import dev.sluice.load.bench.contest.Basket;
import dev.sluice.load.bench.contest.Contender;
import dev.sluice.load.bench.contest.Levels;
import dev.sluice.load.bench.contest.Run;
import dev.sluice.load.bench.contest.Shop;
import dev.sluice.load.bench.probe.Usage;
import dev.sluice.load.bench.textbook.Textbook;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The baseline's checkout. */
final class TextbookCheckout implements Contender {
    private static final String BASELINE = "baseline";
    private static final String MYSQL = "mysql";

    private final Textbook textbook;
    private final Map<String, List<Long>> pids;

    /** What it says after a run. */
    private record Ran(double seconds, double decisionP50, double decisionP99) {}

    /** @param mysqld whose CPU is the baseline's while it runs */
    TextbookCheckout(Textbook textbook, List<Long> mysqld) {
        this.textbook = textbook;
        this.pids = Map.of(BASELINE, List.of(textbook.pid()), MYSQL, mysqld);
    }

    @Override
    public void stockUp(Shop shop) {
        shop.skus().forEach(sku -> textbook.say("stock " + sku + " " + Shop.UNITS));
        shop.customers().forEach(customer -> textbook.say("wallet " + customer + " " + Shop.BALANCE));
        shop.coupons().forEach(code -> textbook.say("coupon " + code + " " + Shop.PERCENT));
        textbook.tell("fill", "filled");
    }

    @Override
    public Run run(List<Basket> orders, Pace pace) {
        orders.forEach(order -> textbook.say(line(order)));
        textbook.tell("prepare", "prepared");
        Usage usage = Usage.of(pids);
        Ran ran = textbook.ask("run " + pace.perSecond(), Ran.class);
        Usage taken = Usage.of(pids).since(usage);
        double cpu = taken.millis(BASELINE, MYSQL) / orders.size();
        String detail = String.format(
                Locale.ROOT,
                "baseline %.2f, mysql %.2f",
                taken.millis(BASELINE) / orders.size(),
                taken.millis(MYSQL) / orders.size());
        return new Run(orders.size(), ran.seconds(), cpu, cpu, ran.decisionP50(), ran.decisionP99(), detail);
    }

    private static String line(Basket order) {
        StringBuilder line = new StringBuilder("order " + order.orderId() + ' ' + order.customerId());
        line.append(' ').append(Objects.requireNonNullElse(order.coupon(), "-"));
        line.append(' ').append(order.discount());
        for (Basket.Line one : order.lines()) {
            line.append(' ').append(one.sku()).append(' ').append(one.quantity());
            line.append(' ').append(one.price());
        }
        return line.toString();
    }

    @Override
    public Levels levels(Shop shop) {
        return textbook.ask("levels", Levels.class);
    }

    @Override
    public void close() {
        textbook.close();
    }
}
