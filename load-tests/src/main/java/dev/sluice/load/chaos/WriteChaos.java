package dev.sluice.load.chaos;

import dev.sluice.load.installation.Installation;
import dev.sluice.load.patience.Backoff;
import dev.sluice.load.provision.Slice;
import dev.sluice.load.reconcile.Difference;
import dev.sluice.load.replay.Outcomes;
import dev.sluice.load.replay.Replay;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.order.OrderStatus;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Rounds of orders under fire. Each round is reconciled to the unit and the penny before the next begins. */
final class WriteChaos {
    private static final int WIDTH = 64;
    private static final Duration POLL = Duration.ofMillis(50);
    /** One strike in so many falls into the recovery from the last; if all did, nothing would ever get done that could break. */
    private static final int IN_RECOVERY = 4;

    private final Installation installation;
    private final Plan plan;
    private final Clock clock;
    private final PrintStream out;
    private final Killer killer;
    private final SplittableRandom random;
    private final List<String> faults = new ArrayList<>();
    private long accepted;
    private long confirmed;
    private long returned;

    /**
     * @param kills after which no new round begins
     * @param longestPause between two strikes
     * @param seed of victims, pauses and orders; moments depend on the machine, too
     */
    record Plan(int kills, List<String> victims, Duration longestPause, Load load, long seed) {}

    WriteChaos(Installation installation, Plan plan, Clock clock, PrintStream out) {
        this.installation = installation;
        this.plan = plan;
        this.clock = clock;
        this.out = out;
        this.random = new SplittableRandom(plan.seed());
        this.killer = new Killer(installation.home(), plan.victims(), plan.longestPause(), random.split());
    }

    /** Whether all is as it should be. Throws OperatorMistake where a victim does not exist. */
    boolean run() {
        killer.requireVictims();
        out.printf("Chaos with seed %d: %d kills among %s%n", plan.seed(), plan.kills(), plan.victims());
        for (int number = 1; killer.kills().size() < plan.kills(); number++) {
            round(number);
        }
        new ChaosReport(killer.kills(), new ChaosReport.Count(accepted, confirmed, returned), faults).print(out);
        return faults.isEmpty();
    }

    private void round(int number) {
        String name = "X" + Ids.next().substring(24) + "." + number;
        Path file =
                plan.load().write(installation.home().resolve("chaos").resolve(name + ".csv"), name, random.split());
        Replay.Options options = new Replay.Options(file, Slice.ALL, 1, WIDTH);
        Replay replay = new Replay(installation, options, clock, out);
        CompletableFuture<Replay.Result> end = CompletableFuture.supplyAsync(replay::run);
        awaitFirstOrder(replay, end);
        // The reconciliation reads MySQL itself: it comes after the fire.
        while (!replay.outcomes().isComplete()
                && !end.isDone()
                && killer.kills().size() < plan.kills()) {
            killer.strike();
            if (random.nextInt(IN_RECOVERY) > 0) {
                awaitMove(replay, end);
            }
        }
        note(number, end.join());
    }

    private static void awaitMove(Replay replay, CompletableFuture<Replay.Result> end) {
        long before = moves(replay);
        while (moves(replay) == before && !end.isDone()) {
            Backoff.pauseFor(POLL);
        }
    }

    private static long moves(Replay replay) {
        return replay.outcomes().accepted().size() + replay.outcomes().returned();
    }

    /** What is prepared before is no load yet. */
    private static void awaitFirstOrder(Replay replay, CompletableFuture<Replay.Result> end) {
        while (replay.outcomes().accepted().isEmpty() && !end.isDone()) {
            Backoff.pauseFor(POLL);
        }
    }

    private void note(int number, Replay.Result result) {
        Outcomes outcomes = result.outcomes();
        accepted += outcomes.accepted().size();
        confirmed += outcomes.count(OrderStatus.CONFIRMED) + outcomes.count(OrderStatus.CANCELLED);
        returned += outcomes.returned();
        Stream.concat(
                        outcomes.troubles().stream()
                                .map(trouble -> "invoice " + trouble.order().reference() + ": " + trouble.what()),
                        result.reconciled().differences().stream().map(Difference::toString))
                .forEach(faults::add);
        out.printf(
                "Round %d: %d orders accepted, %d units returned, %d kills so far: %s%n",
                number,
                outcomes.accepted().size(),
                outcomes.returned(),
                killer.kills().size(),
                result.exact() ? "reconciled exactly" : "NOT RECONCILED");
    }
}
