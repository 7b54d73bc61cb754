package dev.sluice.load.chaos;

import dev.sluice.load.api.Role;
import dev.sluice.load.api.ShopApi;
import dev.sluice.load.api.Tokens;
import dev.sluice.load.crowd.Crowd;
import dev.sluice.load.crowd.Progress;
import dev.sluice.load.http.Answer;
import dev.sluice.load.http.Direct;
import dev.sluice.load.http.Patient;
import dev.sluice.load.http.Sender;
import dev.sluice.load.installation.Installation;
import dev.sluice.load.patience.Backoff;
import dev.sluice.load.patience.Stall;
import dev.sluice.load.rebuild.Projections;
import dev.sluice.schemas.view.Projection;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Reads what was just written, again and again, while the views that show it are built anew, swapped and taken back, and the
 * projector is killed. Whoever sends a write's token must never be shown what was before that write.
 */
final class ReadChaos {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final String BEHIND = "/problems/view-behind";
    /** One pair in so many is read without its token first. */
    private static final int BARE = 10;

    /** The views that show what is written here. */
    static final List<String> VIEWS = Stream.of(
                    Projection.PRODUCT_PAGE, Projection.ORDER_STATUS, Projection.BACK_OFFICE_ORDERS)
            .map(Projection::id)
            .toList();

    private static final Executor ASIDE = task -> Thread.ofVirtual().start(task);

    private final Installation installation;
    private final Plan plan;
    private final PrintStream out;
    private final Stall stall = new Stall(PATIENCE);
    private final ReadReport report = new ReadReport();
    private final AtomicLong turns = new AtomicLong();

    /**
     * @param pairs of a write and a read, at least
     * @param clients at the same time
     * @param views that are rebuilt meanwhile
     */
    record Plan(int pairs, int clients, List<String> views) {}

    ReadChaos(Installation installation, Plan plan, PrintStream out) {
        this.installation = installation;
        this.plan = plan;
        this.out = out;
    }

    /** Whether no answer was stale. */
    boolean run() {
        ShopApi admin = admin();
        Killer killer = new Killer(installation.home(), List.of("projector"), Duration.ZERO, new SplittableRandom());
        killer.requireVictims();
        List<WriterReader> clients = Stream.generate(() -> new WriterReader(admin, stall))
                .limit(plan.clients())
                .toList();
        Crowd.each(clients, plan.clients(), WriterReader::open);
        Upheaval upheaval = new Upheaval(new Projections(admin), killer, stall, out);
        CompletableFuture<Void> upheavals = CompletableFuture.runAsync(() -> upheave(upheaval), ASIDE);
        try (Progress progress = Progress.of("chaos read", plan.pairs(), out)) {
            Crowd.each(clients, plan.clients(), client -> pairs(client, upheavals, progress));
        }
        upheavals.join();
        report.print(out);
        out.printf("%d kills of the projector%n", killer.kills().size());
        return report.stale() == 0;
    }

    private ShopApi admin() {
        Tokens tokens = new Tokens(installation);
        return new ShopApi(
                installation.edge(), new Patient(counting(new Direct()), stall), () -> tokens.of(Role.ADMIN, null));
    }

    private Sender counting(Sender sender) {
        return request -> {
            Answer answer = sender.send(request);
            if (answer.problem()
                    .filter(problem -> BEHIND.equals(problem.type()))
                    .isPresent()) {
                report.behind();
            }
            return answer;
        };
    }

    /** Spread over the pairs; where these are few, they go on until the last is over. */
    private void upheave(Upheaval upheaval) {
        for (int i = 0; i < plan.views().size(); i++) {
            long due = (long) plan.pairs() * i / plan.views().size();
            while (report.pairs() < due) {
                stall.check("the pairs before the next upheaval");
                Backoff.pauseFor(POLL);
            }
            upheaval.of(plan.views().get(i));
        }
    }

    private void pairs(WriterReader client, CompletableFuture<Void> upheavals, Progress progress) {
        while (report.pairs() < plan.pairs() || !upheavals.isDone()) {
            pair(client, turns.getAndIncrement());
            progress.step(report.stale() + " stale");
        }
    }

    private void pair(WriterReader client, long turn) {
        Kind kind = Kind.at(turn);
        WriterReader.Look look = client.write(kind);
        if (turn % BARE == 0) {
            report.bare(kind, look.isMetBy(client.readBare(look)));
        }
        long begun = System.nanoTime();
        Answer answer = client.read(look);
        report.held(kind, look.isMetBy(answer), System.nanoTime() - begun, look.path() + " " + answer.summary());
        stall.moved();
    }
}
