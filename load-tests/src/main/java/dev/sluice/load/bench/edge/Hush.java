package dev.sluice.load.bench.edge;

import dev.sluice.load.installation.Installation;
import dev.sluice.load.installation.Processes;
import dev.sluice.load.installation.Processes.Member;
import java.util.List;
import java.util.Set;

/**
 * Stops, by signal, what takes no part in a request at the edge; orders wait in Kafka until it goes on, which it does also where
 * the run is broken off.
 */
final class Hush implements AutoCloseable {
    static final Set<String> NEEDED = Set.of("edge", "kafka", "redis");

    private final List<Member> stopped;
    private final Thread atTheEnd = new Thread(this::goOn);

    Hush(Installation installation) {
        stopped = Processes.read(installation.home()).members().stream()
                .filter(member -> !NEEDED.contains(member.name()))
                .toList();
        Runtime.getRuntime().addShutdownHook(atTheEnd);
        stopped.forEach(member -> member.signal("STOP"));
    }

    private void goOn() {
        stopped.forEach(member -> member.signal("CONT"));
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atTheEnd);
        goOn();
    }
}
