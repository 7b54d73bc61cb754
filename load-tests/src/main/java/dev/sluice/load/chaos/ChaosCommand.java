package dev.sluice.load.chaos;

import dev.sluice.load.installation.Installation;
import dev.sluice.load.installation.OperatorMistake;
import dev.sluice.load.installation.Processes;
import dev.sluice.load.installation.Processes.Member;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "chaos",
        mixinStandardHelpOptions = true,
        description =
                "Breaks the running system on purpose and checks that nothing was lost and nothing happened twice.",
        subcommands = {ChaosCommand.Write.class, ChaosCommand.Read.class})
public final class ChaosCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        throw new OperatorMistake(
                "say what to break: ./sluice chaos write, ./sluice chaos read, or ./sluice chaos model");
    }

    @Command(
            name = "write",
            mixinStandardHelpOptions = true,
            description = "Kills the processes of the write path at random (SIGKILL) while orders are placed.")
    static final class Write implements Callable<Integer> {
        @Option(
                names = "--kills",
                paramLabel = "N",
                defaultValue = "100",
                description = "How many (default: ${DEFAULT-VALUE}).")
        private int kills;

        @Option(
                names = "--victims",
                paramLabel = "NAME",
                split = ",",
                description =
                        "Processes, as ./sluice status names them (default: those that host contexts, mysql, kafka"
                                + " and connect).")
        private List<String> victims = List.of();

        @Option(
                names = "--rate",
                paramLabel = "N",
                defaultValue = "30",
                description = "Orders a second (default: ${DEFAULT-VALUE}).")
        private int rate;

        @Option(
                names = "--orders",
                paramLabel = "N",
                defaultValue = "1500",
                description = "Orders of a round, each ended by a reconciliation (default: ${DEFAULT-VALUE}).")
        private int orders;

        @Option(
                names = "--pause",
                paramLabel = "SECONDS",
                defaultValue = "10",
                description = "The longest between two of them (default: ${DEFAULT-VALUE}).")
        private int pause;

        @Option(names = "--seed", paramLabel = "N", description = "Of victims and pauses (default: a random one).")
        private long seed = new SplittableRandom().nextLong(1_000_000);

        @Override
        public Integer call() {
            require(kills >= 1, "--kills must be 1 or more");
            require(rate >= 1 && rate <= 1_000, "--rate must be 1 to 1000");
            require(orders >= 1 && orders <= 100_000, "--orders must be 1 to 100000");
            require(pause >= 0 && pause <= 600, "--pause must be 0 to 600");
            Installation installation = Installation.of(System.getenv());
            WriteChaos.Plan plan = new WriteChaos.Plan(
                    kills, chosen(installation.home()), Duration.ofSeconds(pause), new Load(rate, orders), seed);
            return new WriteChaos(installation, plan, Clock.systemUTC(), System.out).run() ? 0 : 1;
        }

        private List<String> chosen(Path home) {
            Stream<String> hosts = Processes.read(home).ofContexts().stream().map(Member::name);
            return victims.isEmpty()
                    ? Stream.concat(hosts, Stream.of("mysql", "kafka", "connect"))
                            .toList()
                    : victims;
        }
    }

    @Command(
            name = "read",
            mixinStandardHelpOptions = true,
            description = {
                "Writes and reads back what was written, held to it by the write's token, while views are rebuilt and swapped and",
                "the projector is killed (SIGKILL). Exits with 1 where an answer is stale."
            })
    static final class Read implements Callable<Integer> {
        @Option(
                names = "--pairs",
                paramLabel = "N",
                defaultValue = "100000",
                description = "Writes with a read each, at least (default: ${DEFAULT-VALUE}).")
        private int pairs;

        @Option(
                names = "--clients",
                paramLabel = "N",
                defaultValue = "16",
                description = "At the same time (default: ${DEFAULT-VALUE}).")
        private int clients;

        @Option(
                names = "--views",
                paramLabel = "NAME",
                split = ",",
                description = "Those that are rebuilt meanwhile (default: all that show what is written).")
        private List<String> views = ReadChaos.VIEWS;

        @Override
        public Integer call() {
            require(ReadChaos.VIEWS.containsAll(views), "--views must be of " + ReadChaos.VIEWS);
            require(pairs >= 1 && pairs <= 10_000_000, "--pairs must be 1 to 10000000");
            require(clients >= 1 && clients <= 1_000, "--clients must be 1 to 1000");
            Installation installation = Installation.of(System.getenv());
            return new ReadChaos(installation, new ReadChaos.Plan(pairs, clients, views), System.out).run() ? 0 : 1;
        }
    }

    private static void require(boolean condition, String mend) {
        if (!condition) {
            throw new OperatorMistake(mend);
        }
    }
}
