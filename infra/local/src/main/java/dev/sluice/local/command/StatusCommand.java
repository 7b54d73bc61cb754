package dev.sluice.local.command;

import dev.sluice.local.home.Home;
import dev.sluice.local.home.State;
import dev.sluice.local.home.State.Member;
import dev.sluice.local.home.StateFile;
import dev.sluice.local.process.Memory;
import dev.sluice.schemas.message.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What runs; exit code 0 where all of it works, 3 where something does not, 1 where nothing runs. */
@Command(
        name = "status",
        description =
                "Show every process (port, state, restarts, resident memory) and how far behind the projections are.")
public final class StatusCommand implements Callable<Integer> {

    private static final String UP = "UP";

    @Option(names = "--json")
    private boolean json;

    /** @param resident in bytes */
    private record Row(String name, long pid, int port, String state, int restarts, long resident, String log) {}

    @Override
    public Integer call() throws IOException {
        Home home = Home.here();
        Optional<State> running = new StateFile(home).running();
        List<Row> rows = running.map(state -> rows(home, state)).orElse(List.of());
        String phase = running.map(state -> state.phase().name()).orElse("DOWN");
        if (json) {
            print(home, phase, rows, running.map(State::environment).orElse(Map.of()));
        } else {
            print(phase, rows);
            running.ifPresent(state -> Projections.print(state, System.out));
        }
        if (running.isEmpty()) {
            return 1;
        }
        return rows.stream().allMatch(row -> row.state().equals(UP)) ? 0 : 3;
    }

    private static List<Row> rows(Home home, State state) {
        List<Row> rows = new ArrayList<>();
        for (Member member : state.members()) {
            rows.add(new Row(
                    member.name(),
                    member.pid(),
                    member.port(),
                    member.health(),
                    member.restarts(),
                    Memory.resident(member.pid()),
                    member.log()));
        }
        rows.add(new Row(
                "launcher",
                state.pid(),
                0,
                UP,
                0,
                Memory.resident(state.pid()),
                home.log("launcher").toString()));
        return rows;
    }

    private static void print(Home home, String phase, List<Row> rows, Map<String, String> environment) {
        System.out.println(Json.MAPPER
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(Map.of(
                        "state", phase,
                        "home", home.directory().toString(),
                        "resident", total(rows),
                        "environment", environment,
                        "processes", rows)));
    }

    private static void print(String phase, List<Row> rows) {
        if (rows.isEmpty()) {
            System.out.println("Sluice is not running. Start it with: ./sluice up");
            return;
        }
        System.out.printf("%-16s %8s %6s  %-12s %8s %10s%n", "NAME", "PID", "PORT", "STATE", "RESTARTS", "MEMORY");
        for (Row row : rows) {
            System.out.printf(
                    "%-16s %8d %6s  %-12s %8d %7d MB%n",
                    row.name(),
                    row.pid(),
                    row.port() == 0 ? "-" : row.port(),
                    row.state(),
                    row.restarts(),
                    row.resident() >> 20);
        }
        System.out.printf(Locale.ROOT, "%s, %.1f GB resident in all%n", phase, total(rows) / 1e9);
    }

    private static long total(List<Row> rows) {
        return rows.stream().mapToLong(Row::resident).sum();
    }
}
