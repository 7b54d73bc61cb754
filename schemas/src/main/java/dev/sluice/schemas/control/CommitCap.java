package dev.sluice.schemas.control;

import java.time.Instant;

/**
 * How often the write side may commit, so that MySQL has room for others in need. What comes faster waits in Kafka.
 *
 * @param commitsPerSecond the most that one process of command-service asks MySQL for; 0 for what each is configured to
 */
public record CommitCap(int commitsPerSecond, String reason, String setBy, Instant setAt) implements OperatorRecord {
    private static final String KEY = "cap/commits";

    /** Until somebody sets one. */
    public static final CommitCap NONE = new CommitCap(0, "", "", Instant.EPOCH);

    public static boolean isKey(String key) {
        return key.equals(KEY);
    }

    @Override
    public String key() {
        return KEY;
    }
}
