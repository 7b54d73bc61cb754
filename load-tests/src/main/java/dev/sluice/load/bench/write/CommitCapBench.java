package dev.sluice.load.bench.write;

import dev.sluice.load.bench.CommandLog;
import dev.sluice.load.bench.Figure;
import dev.sluice.load.bench.Scenario;
import dev.sluice.load.bench.contest.Contender.Pace;
import dev.sluice.load.bench.contest.Shop;
import dev.sluice.load.bench.contest.Side;
import dev.sluice.load.bench.probe.Commits;
import dev.sluice.load.installation.Installation;
import dev.sluice.schemas.control.CommitCap;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.topic.Topics;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * How near MySQL's commits stay to the cap that operators set, while ten times the usual orders come in. At the end the cap is
 * lifted, and every order must be settled and every unit and penny be where it belongs.
 */
public final class CommitCapBench implements Scenario {
    private static final int WARM_UP = 10_000;
    private static final int CAP = 20;
    private static final Pace USUAL = new Pace(100);
    private static final Pace BURST = new Pace(10 * USUAL.perSecond());
    private static final Duration LASTS = Duration.ofSeconds(15);

    /** Until the backlog is there: a write side that is not behind commits less often. */
    private static final Duration BEGINS = Duration.ofSeconds(2);

    private final Clock clock = Clock.systemUTC();

    @Override
    public String name() {
        return "commit-cap";
    }

    @Override
    public List<Figure> run(Installation installation, Wish wish, PrintStream progress) {
        try (Sluice sluice = new Sluice(installation, clock);
                CommandLog log = new CommandLog(installation.kafka())) {
            Side side = new Side("sluice", sluice, new Shop(Ids.next().substring(24)), progress);
            side.warmUp(WARM_UP);
            side.run(orders(USUAL), USUAL);
            cap(log, CAP);
            try (Commits commits = Commits.watch(installation, BEGINS, LASTS)) {
                side.run(orders(BURST), BURST);
                side.audit();
                progress.printf("commits in each second of the burst: %s%n", commits.perSecond());
                return List.of(
                        Figure.lower("commits-per-s", commits.mean(), "1/s").against(CAP),
                        Figure.lower("commits-per-s-most", commits.most(), "1/s")
                                .against(CAP));
            } finally {
                cap(log, 0);
            }
        }
    }

    private static int orders(Pace pace) {
        return Math.toIntExact(pace.perSecond() * LASTS.toSeconds());
    }

    /** As {@code PUT /admin/commit-cap} does it, whose edge a write side does without. */
    private void cap(CommandLog log, int perSecond) {
        CommitCap cap = new CommitCap(perSecond, "bench commit-cap", "bench", clock.instant());
        log.send(Topics.CONTROL, cap.key(), Json.MAPPER.writeValueAsBytes(cap));
        log.flush();
    }
}
