package dev.sluice.load.bench.contest;

import dev.sluice.load.bench.contest.Contender.Pace;
import java.io.PrintStream;
import java.util.Locale;

/** A contender and its shop, and what is told of them meanwhile. */
public final class Side {
    private final String name;
    private final Contender contender;
    private final Shop shop;
    private final PrintStream progress;

    public Side(String name, Contender contender, Shop shop, PrintStream progress) {
        this.name = name;
        this.contender = contender;
        this.shop = shop;
        this.progress = progress;
    }

    public void warmUp(int orders) {
        contender.stockUp(shop);
        run(orders, Pace.SATURATED);
    }

    public Run run(int orders, Pace pace) {
        Run run = contender.run(shop.next(orders), pace);
        progress.printf(
                Locale.ROOT,
                "%-8s %6d orders %-9s %6.0f/s, CPU ms/order: write %.3f, all %.3f;"
                        + " decided after ms: p50 %.0f, p99 %.0f%n         (%s)%n",
                name,
                orders,
                pace.isSaturated() ? "saturated" : "at " + pace.perSecond() + "/s",
                run.perSecond(),
                run.writeCpu(),
                run.allCpu(),
                run.decisionP50(),
                run.decisionP99(),
                run.detail());
        return run;
    }

    /** Throws IllegalStateException where a unit or a penny is not where it belongs. */
    public void audit() {
        contender.levels(shop).require(shop.expected());
        progress.printf("%-8s every unit and every penny is where it belongs%n", name);
    }
}
