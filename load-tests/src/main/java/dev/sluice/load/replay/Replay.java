package dev.sluice.load.replay;

import dev.sluice.load.api.Connection;
import dev.sluice.load.api.ShopApi;
import dev.sluice.load.crowd.Crowd;
import dev.sluice.load.crowd.Progress;
import dev.sluice.load.installation.Installation;
import dev.sluice.load.invoice.Invoice;
import dev.sluice.load.invoice.InvoiceFile;
import dev.sluice.load.invoice.InvoiceOrder;
import dev.sluice.load.invoice.InvoiceReturn;
import dev.sluice.load.patience.Stall;
import dev.sluice.load.patience.Stalled;
import dev.sluice.load.provision.Preparation;
import dev.sluice.load.provision.Prepared;
import dev.sluice.load.provision.Slice;
import dev.sluice.load.provision.Survey;
import dev.sluice.load.provision.Tally;
import dev.sluice.load.reconcile.Reconciled;
import dev.sluice.load.reconcile.Reconciliation;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One run over a file: survey, preparation, orders, returns, reconciliation. */
public final class Replay {
    /** A crash of any server, with its restart, is over long before. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Installation installation;
    private final Options options;
    private final Clock clock;
    private final PrintStream out;
    private final Outcomes outcomes = new Outcomes();

    public Replay(Installation installation, Options options, Clock clock, PrintStream out) {
        this.installation = installation;
        this.options = options;
        this.clock = clock;
        this.out = out;
    }

    /**
     * @param speed how many times faster than the original time line; 0 for as fast as the system takes it
     * @param width orders in flight at once
     */
    public record Options(Path file, Slice slice, double speed, int width) {}

    /** How a run ended. */
    public record Result(Tally tally, Outcomes outcomes, Reconciled reconciled, Duration took) {
        public boolean exact() {
            return reconciled.exact() && outcomes.troubles().isEmpty();
        }
    }

    /** The outcomes so far, to watch a run from another thread. */
    public Outcomes outcomes() {
        return outcomes;
    }

    /** Throws {@link dev.sluice.load.patience.Stalled} when the system makes no progress any more. */
    public Result run() {
        InvoiceFile file = InvoiceFile.open(options.file());
        Stall stall = new Stall(PATIENCE);
        Survey survey = Survey.of(file, options.slice());
        ShopApi api = Connection.patient(installation, stall);
        Prepared prepared = Prepared.of(installation.home().resolve("replays"), file.hash());
        new Preparation(api, stall, prepared, survey).prepare(out);
        long start = System.nanoTime();
        Placing placing = new Placing(api, stall, file.hash(), clock.instant(), outcomes);
        List<InvoiceReturn> comebacks;
        try {
            comebacks = placeAll(file, placing, survey.tally().orders());
        } catch (Stalled e) {
            sayWhatIsOpen();
            throw e;
        }
        bringBack(comebacks, new Returning(api, stall, file.hash(), outcomes));
        outcomes.complete();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        out.println("Reconciling " + outcomes.accepted().size() + " orders with MySQL, Redis and Elasticsearch …");
        Reconciled reconciled = new Reconciliation(installation, PATIENCE).of(outcomes.accepted());
        return new Result(survey.tally(), outcomes, reconciled, took);
    }

    private void sayWhatIsOpen() {
        Map<String, InvoiceOrder> open = outcomes.open();
        out.println(outcomes.accepted().size() + " orders have ended, " + open.size() + " have not:");
        open.entrySet().stream()
                .limit(10)
                .forEach(order -> out.println("  order " + order.getKey() + ", invoice "
                        + order.getValue().reference()));
    }

    /** The returns that were met on the way. */
    private List<InvoiceReturn> placeAll(InvoiceFile file, Placing placing, int orders) {
        List<InvoiceReturn> comebacks = new ArrayList<>();
        Pace pace = new Pace(options.speed());
        try (Progress progress = Progress.of("Replaying", orders, out);
                Crowd crowd = new Crowd(options.width())) {
            file.read(
                    invoice -> {
                        if (options.slice().holds(invoice.ordinal())) {
                            place(invoice, placing, pace, crowd, progress);
                            Stream.ofNullable(invoice.comeback()).forEach(comebacks::add);
                        }
                    },
                    stray -> {});
            crowd.join();
        }
        return comebacks;
    }

    /** After the orders have ended: a return can only be matched with what was sold. */
    private void bringBack(List<InvoiceReturn> comebacks, Returning returning) {
        Sold sold = new Sold(outcomes.accepted());
        try (Progress progress = Progress.of("Returning", comebacks.size(), out);
                Crowd crowd = new Crowd(options.width())) {
            for (InvoiceReturn comeback : comebacks) {
                Sold.Match match = sold.match(comeback);
                outcomes.unmatched(match.unmatched());
                crowd.add(() -> {
                    match.units().forEach((order, units) -> returning.bring(comeback, order, units));
                    progress.step(outcomes.returned() + " units are back");
                });
            }
            crowd.join();
        }
    }

    private void place(Invoice invoice, Placing placing, Pace pace, Crowd crowd, Progress progress) {
        invoice.orders().forEach(order -> {
            pace.await(order.at());
            crowd.add(() -> {
                placing.place(order);
                progress.step(outcomes.line());
            });
        });
    }
}
