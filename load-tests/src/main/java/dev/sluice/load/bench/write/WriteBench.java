package dev.sluice.load.bench.write;

import dev.sluice.load.bench.Figure;
import dev.sluice.load.bench.Scenario;
import dev.sluice.load.bench.contest.Contender.Pace;
import dev.sluice.load.bench.contest.Run;
import dev.sluice.load.bench.contest.Shop;
import dev.sluice.load.bench.contest.Side;
import dev.sluice.load.installation.Installation;
import dev.sluice.schemas.message.Ids;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

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
            if (wish.stored() == 0) {
                try (Textbook textbook = new Textbook(repository, installation, sluice.mysqld())) {
                    figures.addAll(compare(side, new Side("baseline", textbook, new Shop(run), progress)));
                }
            } else {
                figures.addAll(Stored.measure(side, installation, wish.stored(), progress));
            }
            side.audit();
            return figures;
        }
    }

    private static List<Figure> compare(Side sluice, Side baseline) {
        Runs ours = new Runs();
        Runs theirs = new Runs();
        baseline.warmUp(WARM_UP.baseline());
        for (int round = 0; round < ROUNDS; round++) {
            ours.saturated.add(sluice.run(SATURATED.sluice(), Pace.SATURATED));
            theirs.saturated.add(baseline.run(SATURATED.baseline(), Pace.SATURATED));
            ours.fixed.add(sluice.run(AT_FIXED_RATE.sluice(), FIXED));
            theirs.fixed.add(baseline.run(AT_FIXED_RATE.baseline(), FIXED));
        }
        baseline.audit();
        return List.of(
                lower("cpu-ms-per-order", ours.saturated, theirs.saturated, Run::writeCpu),
                lower("cpu-ms-per-order-all", ours.saturated, theirs.saturated, Run::allCpu),
                Figure.higher("orders-per-s", median(ours.saturated, Run::perSecond), "1/s")
                        .against(median(theirs.saturated, Run::perSecond)),
                lower("decision-p50-ms", ours.fixed, theirs.fixed, Run::decisionP50),
                lower("decision-p99-ms", ours.fixed, theirs.fixed, Run::decisionP99),
                lower("cpu-ms-per-order-300", ours.fixed, theirs.fixed, Run::writeCpu));
    }

    private static Figure lower(String id, List<Run> ours, List<Run> theirs, ToDoubleFunction<Run> of) {
        return Figure.lower(id, median(ours, of), "ms").against(median(theirs, of));
    }

    private static double median(List<Run> runs, ToDoubleFunction<Run> of) {
        return runs.stream().mapToDouble(of).sorted().toArray()[runs.size() / 2];
    }
}
