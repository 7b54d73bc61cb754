package dev.sluice.command.road;

import java.time.Duration;

/**
 * How a context reads its topic.
 *
 * @param maxMessages of one turn
 * @param linger how long after a turn a small catch waits for more
 */
public record RoadSettings(
        String name, String bootstrap, String topic, String group, int maxMessages, Duration linger) {

    /** A catch that need not wait for more. */
    int worthwhile() {
        return maxMessages / 10;
    }

    /** Records hold one message or many, so this bounds the memory of a poll only roughly. */
    int maxRecords() {
        return maxMessages / 3;
    }
}
