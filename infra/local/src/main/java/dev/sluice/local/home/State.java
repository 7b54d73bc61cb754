package dev.sluice.local.home;

import java.util.List;
import java.util.Map;

/**
 * What a running instance tells the other commands.
 *
 * @param pid the launcher's
 * @param started the launcher's start, in ms since the epoch: tells it from a later process of the same pid
 * @param environment the {@code SLUICE_*} variables of this instance
 */
public record State(long pid, long started, Phase phase, Map<String, String> environment, List<Member> members) {

    public enum Phase {
        STARTING,
        READY,
        STOPPING,
        FAILED
    }

    /**
     * One process.
     *
     * @param health STARTING, UP, UNHEALTHY, RESTARTING or STOPPED
     */
    public record Member(String name, long pid, int port, String health, int restarts, String log) {}
}
