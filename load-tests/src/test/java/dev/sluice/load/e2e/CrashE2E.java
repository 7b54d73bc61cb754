package dev.sluice.load.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.load.installation.Processes;
import dev.sluice.load.installation.Processes.Member;
import dev.sluice.load.provision.Slice;
import dev.sluice.load.replay.Replay;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code kill -9} in the middle of a replay costs time, never an order. */
@Isolated
class CrashE2E {
    /** Stretches the replay, so that there is a middle: six hours in about eight seconds. */
    private static final double SPEED = 2_700;

    private final Sluice sluice = new Sluice();

    @TempDir
    Path folder;

    @BeforeEach
    void ready() {
        sluice.awaitReady();
    }

    /** Where contexts are apart, those that host them: to the others it is all the same. */
    static Stream<String> victims() {
        List<String> hosts = Processes.read(new Sluice().installation.home()).ofContexts().stream()
                .map(Member::name)
                .toList();
        Stream<String> others = Stream.of("projector", "connect", "kafka", "mysql", "edge", "redis");
        return hosts.size() > 1 ? hosts.stream() : Stream.concat(hosts.stream(), others);
    }

    @ParameterizedTest
    @MethodSource("victims")
    void losesNothing(String name) throws IOException {
        Slice slice = new Slice(1, FreshInvoices.OF_ONE_DAY);
        Replay.Options options = new Replay.Options(FreshInvoices.in(folder), slice, SPEED, 32);
        Replay replay = new Replay(sluice.installation, options, Clock.systemUTC(), System.out);
        CompletableFuture<Replay.Result> end = CompletableFuture.supplyAsync(replay::run);
        Processes before = processes();
        Member victim = before.get(name);

        Sluice.await().until(() -> replay.outcomes().accepted().size() >= 10 || end.isDone());
        victim.kill();

        assertThat(end).as("the replay was under way").isNotDone();
        Replay.Result result = end.join();
        assertThat(result.outcomes().troubles()).isEmpty();
        assertThat(result.reconciled().differences()).isEmpty();
        assertThat(result.outcomes().accepted()).hasSize(result.tally().orders());
        sluice.awaitReady();
        assertThat(processes().members())
                .allSatisfy(member -> assertThat(member.restarts())
                        .as(member.name())
                        .isEqualTo(before.get(member.name()).restarts()
                                + (member.name().equals(name) ? 1 : 0)));
    }

    private Processes processes() {
        return Processes.read(sluice.installation.home());
    }
}
