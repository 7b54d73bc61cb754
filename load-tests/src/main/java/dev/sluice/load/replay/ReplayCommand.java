package dev.sluice.load.replay;

import dev.sluice.load.installation.Installation;
import dev.sluice.load.installation.OperatorMistake;
import dev.sluice.load.provision.Slice;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description =
                "Replays a file of real invoices through the public API and reconciles every order, unit and penny"
                        + " with MySQL, Redis and Elasticsearch. The same file again places nothing twice.")
public final class ReplayCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "CSV with the columns of the UCI data set 'Online Retail'.")
    private Path file = Path.of("");

    @Option(
            names = "--speed",
            paramLabel = "X",
            description = "X times the original speed (default: as fast as the system takes it).")
    private double speed;

    @Option(
            names = "--from",
            paramLabel = "N",
            defaultValue = "1",
            description = "Begin with the file's Nth invoice (default: ${DEFAULT-VALUE}).")
    private int from;

    @Option(names = "--limit", paramLabel = "N", description = "At most N invoices (default: all).")
    private int limit = Integer.MAX_VALUE;

    @Option(
            names = "--width",
            paramLabel = "N",
            defaultValue = "64",
            description = "Orders in flight at once (default: ${DEFAULT-VALUE}).")
    private int width;

    @Override
    public Integer call() {
        require(from >= 1, "--from counts invoices from 1");
        require(limit >= 1, "--limit must be 1 or more");
        require(width >= 1 && width <= 1_000, "--width must be 1 to 1000");
        require(Double.isFinite(speed) && speed >= 0, "--speed must be above 0");
        Installation installation = Installation.of(System.getenv());
        Clock clock = Clock.systemUTC();
        String stamp = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss")
                .withZone(ZoneOffset.UTC)
                .format(clock.instant());
        Path report = installation.home().resolve("replays").resolve(stamp + ".txt");
        Replay.Options options = new Replay.Options(file, new Slice(from, limit), speed, width);
        Replay.Result result = new Replay(installation, options, clock, System.out).run();
        new Report(result, System.out, report).print();
        return result.exact() ? 0 : 1;
    }

    private static void require(boolean condition, String mend) {
        if (!condition) {
            throw new OperatorMistake(mend);
        }
    }
}
