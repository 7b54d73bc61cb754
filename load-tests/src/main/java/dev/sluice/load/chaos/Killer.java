package dev.sluice.load.chaos;

import dev.sluice.load.installation.OperatorMistake;
import dev.sluice.load.installation.Processes;
import dev.sluice.load.installation.Processes.Member;
import dev.sluice.load.patience.Await;
import dev.sluice.load.patience.Backoff;
import dev.sluice.load.patience.Stall;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Sends SIGKILL to processes and sees them come back; now and then to two of them at the same moment. */
final class Killer {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PAIR_IN = 5;

    private final Path home;
    private final List<String> victims;
    private final Duration longestPause;
    private final SplittableRandom random;
    private final List<Kill> kills = new ArrayList<>();

    /** @param took from the kill until the launcher found its successor healthy */
    record Kill(String victim, Duration took) {}

    /** @param longestPause between two strikes; with none at all nothing ever gets done that could be broken */
    Killer(Path home, List<String> victims, Duration longestPause, SplittableRandom random) {
        this.home = home;
        this.victims = List.copyOf(victims);
        this.longestPause = longestPause;
        this.random = random;
    }

    /** Throws OperatorMistake where a victim is no process of this instance. */
    void requireVictims() {
        List<String> names =
                Processes.read(home).members().stream().map(Member::name).toList();
        for (String victim : victims) {
            if (!names.contains(victim)) {
                throw new OperatorMistake("there is no process " + victim + " here; there are: " + names);
            }
        }
    }

    /** Throws {@code Stalled} where one stays away. */
    void strike() {
        Backoff.pauseFor(Duration.ofMillis(random.nextLong(longestPause.toMillis() + 1)));
        Set<String> chosen = new LinkedHashSet<>(List.of(choose()));
        if (random.nextInt(PAIR_IN) == 0) {
            chosen.add(choose());
        }
        Stall stall = new Stall(PATIENCE);
        List<Member> members = chosen.stream().map(name -> healthy(name, stall)).toList();
        long start = System.nanoTime();
        members.forEach(Member::kill);
        for (Member member : members) {
            Await.until(() -> isBack(member), member.name() + " to come back", stall);
            kills.add(new Kill(member.name(), Duration.ofNanos(System.nanoTime() - start)));
        }
    }

    private String choose() {
        return victims.get(random.nextInt(victims.size()));
    }

    /** One that is not there cannot be killed. */
    private Member healthy(String name, Stall stall) {
        Await.until(() -> Processes.read(home).get(name).health().equals("UP"), name + " to be there", stall);
        return Processes.read(home).get(name);
    }

    private boolean isBack(Member before) {
        Member now = Processes.read(home).get(before.name());
        return now.pid() != before.pid() && now.health().equals("UP");
    }

    List<Kill> kills() {
        return List.copyOf(kills);
    }
}
