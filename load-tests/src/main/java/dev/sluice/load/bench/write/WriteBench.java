package dev.sluice.load.bench.write;

import dev.sluice.load.bench.Figure;
import dev.sluice.load.bench.Scenario;
import dev.sluice.load.bench.contest.Contender.Pace;
import dev.sluice.load.bench.contest.Run;
import dev.sluice.load.bench.contest.Shop;
import dev.sluice.load.bench.contest.Side;
import dev.sluice.load.bench.textbook.Textbook;
import dev.sluice.load.installation.Installation;
import dev.sluice.schemas.message.Ids;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * Orders of two lines, a wallet and in one of five a coupon, as many as the write side takes and at a fixed rate, in turns with a textbook set-up. At
 * the end every order must be settled and every unit and penny be where it belongs.
 */
public final class WriteBench implements Scenario {
    private static final int ROUNDS = 3;
    private static final Pace FIXED = new Pace(300);

    /** The JIT compilers have done most of their work by then. */
    private static final Size WARM_UP = new Size(30_000, 1_500);

    /** Stored at least when it is measured what many cost. */
    private static final int FEW = 10_000;

    private static final Size SATURATED = new Size(20_000, 1_000);
    private static final Size AT_FIXED_RATE = new Size(6_000, 1_000);

    private final Path repository;
    private final Clock clock = Clock.systemUTC();

    /** @param baseline fewer orders, since it is so much slower; never another rate */
    private record Size(int sluice, int baseline) {}

    /** The runs of one side. */
    private record Runs(List<Run> saturated, List<Run> fixed) {
        Runs() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    /** @param orders how many of a size it is given */
    private record Entry(Side side, ToIntFunction<Size> orders, Runs runs) {
        Run run(Size size, Pace pace) {
            return side.run(orders.applyAsInt(size), pace);
        }
    }

    /** @param repository where the baseline is built */
    public WriteBench(Path repository) {
        this.repository = repository;
    }

    @Override
    public String name() {
        return "write";
    }

    @Override
    public List<Figure> run(Installation installation, Wish wish, PrintStream progress) {
        String run = Ids.next().substring(24);
        try (Sluice sluice = new Sluice(installation, clock)) {
            Side side = new Side("sluice", sluice, new Shop(run), progress);
            side.warmUp(wish.stored() == 0 ? WARM_UP.sluice() : FEW);
            List<Figure> figures = new ArrayList<>();
            if (wish.stored() > 0) {
                figures.addAll(Stored.measure(side, installation, wish.stored(), progress));
            } else if (wish.alone()) {
                figures.addAll(measure(List.of(new Entry(side, Size::sluice, new Runs()))));
            } else {
                try (TextbookCheckout textbook =
                        new TextbookCheckout(new Textbook(repository, installation), sluice.mysqld())) {
                    Side baseline = new Side("baseline", textbook, new Shop(run), progress);
                    baseline.warmUp(WARM_UP.baseline());
                    figures.addAll(measure(List.of(
                            new Entry(side, Size::sluice, new Runs()),
                            new Entry(baseline, Size::baseline, new Runs()))));
                    baseline.audit();
                }
            }
            side.audit();
            return figures;
        }
    }

    /** In turns, so that what else happens on the machine hits all alike. */
    private static List<Figure> measure(List<Entry> entries) {
        // Small turns are compiled anew: they take other paths than full ones.
        entries.forEach(entry -> entry.run(AT_FIXED_RATE, FIXED));
        for (int round = 0; round < ROUNDS; round++) {
            entries.forEach(entry -> entry.runs.saturated.add(entry.run(SATURATED, Pace.SATURATED)));
            entries.forEach(entry -> entry.runs.fixed.add(entry.run(AT_FIXED_RATE, FIXED)));
        }
        List<Runs> all = entries.stream().map(Entry::runs).toList();
        return List.of(
                figure(millis("cpu-ms-per-order"), all, Runs::saturated, Run::writeCpu),
                figure(millis("cpu-ms-per-order-all"), all, Runs::saturated, Run::allCpu),
                figure(value -> Figure.higher("orders-per-s", value, "1/s"), all, Runs::saturated, Run::perSecond),
                figure(millis("decision-p50-ms"), all, Runs::fixed, Run::decisionP50),
                figure(millis("decision-p99-ms"), all, Runs::fixed, Run::decisionP99),
                figure(millis("cpu-ms-per-order-300"), all, Runs::fixed, Run::writeCpu));
    }

    private static DoubleFunction<Figure> millis(String id) {
        return value -> Figure.lower(id, value, "ms");
    }

    /** The first one's median, against the last one's. */
    private static Figure figure(
            DoubleFunction<Figure> kind, List<Runs> all, Function<Runs, List<Run>> which, ToDoubleFunction<Run> of) {
        Figure ours = kind.apply(median(which.apply(all.getFirst()), of));
        return all.size() == 1 ? ours : ours.against(median(which.apply(all.getLast()), of));
    }

    private static double median(List<Run> runs, ToDoubleFunction<Run> of) {
        return runs.stream().mapToDouble(of).sorted().toArray()[runs.size() / 2];
    }
}
