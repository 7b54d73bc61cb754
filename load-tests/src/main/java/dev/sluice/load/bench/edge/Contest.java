package dev.sluice.load.bench.edge;

import dev.sluice.load.bench.Figure;
import dev.sluice.load.bench.edge.Generator.Pace;
import dev.sluice.load.bench.probe.Usage;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The same work for both servers in turns: as much as they take, for what a request costs, then at a fixed rate. */
final class Contest {
    private static final int ROUNDS = 3;
    private static final int CONNECTIONS = 64;
    /** The JIT compilers have done most of their work by then. */
    private static final Duration WARM_UP = Duration.ofSeconds(30);

    private static final Duration AGAIN = Duration.ofMillis(500);
    private static final Duration SATURATED = Duration.ofSeconds(3);
    private static final int BRIEFLY = 2;
    private static final Duration STEADY = Duration.ofSeconds(4);
    private static final String SERVER = "server";
    private static final String LOAD = "load";

    private final String id;
    private final Pace steady;
    private final PrintStream progress;

    private final Side ours;
    private final Side baseline;
    private int shorter = 1;
    private boolean alone;

    /** @param perSecond the fixed rate, which both must be able to follow */
    Contest(String id, int perSecond, Side ours, Side baseline, PrintStream progress) {
        this.id = id;
        this.steady = new Pace(perSecond, STEADY, false);
        this.ours = ours;
        this.baseline = baseline;
        this.progress = progress;
    }

    String id() {
        return id;
    }

    /** Half of the time: what is asked for piles up, and the edge takes only so much of it. */
    Contest briefly() {
        shorter = BRIEFLY;
        return this;
    }

    /** Nothing but the server has a part in an answer, so the load has its cores to itself. */
    Contest alone() {
        alone = true;
        return this;
    }

    /** One server, and what was measured of it, a number for each round. */
    static final class Side {
        private final String name;
        private final InetSocketAddress address;
        private final List<Long> pids;
        private final Load load;
        private final List<Double> cpu = new ArrayList<>();
        private final List<Double> p99 = new ArrayList<>();

        Side(String name, InetSocketAddress address, List<Long> pids, Load load) {
            this.name = name;
            this.address = address;
            this.pids = pids;
            this.load = load;
        }
    }

    /** On as many cores as there are: on one, the JIT compilers would take it from what they compile. */
    void warmUp() {
        run(ours, saturated(WARM_UP));
    }

    List<Figure> measure() {
        List<Side> both = List.of(ours, baseline);
        for (int round = 0; round < ROUNDS; round++) {
            both.forEach(this::saturate);
            both.forEach(this::steady);
        }
        return List.of(
                Figure.lower(id, median(ours.cpu), "us").against(median(baseline.cpu)),
                Figure.lower(id + "-p99-ms", median(ours.p99), "ms").against(median(baseline.p99)));
    }

    private void saturate(Side side) {
        run(side, saturated(AGAIN));
        side.cpu.add(run(side, saturated(SATURATED)).cpu());
    }

    private Pace saturated(Duration time) {
        Pace pace = Pace.saturated(time.dividedBy(shorter));
        return alone ? pace.wideAwake() : pace;
    }

    private void steady(Side side) {
        side.p99.add(run(side, steady).p99());
    }

    /**
     * @param cpu microseconds of the server for each request
     * @param p99 milliseconds
     */
    private record Run(double cpu, double p99) {}

    private Run run(Side side, Pace pace) {
        Map<String, List<Long>> pids =
                Map.of(SERVER, side.pids, LOAD, List.of(ProcessHandle.current().pid()));
        try (Generator generator = new Generator(side.address, CONNECTIONS, side.load)) {
            Usage before = Usage.of(pids);
            long begun = System.nanoTime();
            Generator.Outcome outcome = generator.run(pace);
            double seconds = (System.nanoTime() - begun) / 1e9;
            Usage taken = Usage.of(pids).since(before);
            Run run = new Run(
                    taken.millis(SERVER) * 1_000 / outcome.answered(),
                    outcome.micros().getValueAtPercentile(99) / 1_000.0);
            progress.printf(
                    "%-14s %-6s %6.0f requests/s: %5.1f us of CPU each, p99 %.2f ms; the load itself %.1f us%n",
                    id,
                    side.name,
                    outcome.answered() / seconds,
                    run.cpu,
                    run.p99,
                    taken.millis(LOAD) * 1_000 / outcome.answered());
            return run;
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
