package dev.sluice.projector.rebuild;

import dev.sluice.projector.lag.LogEnds;
import dev.sluice.schemas.topic.Topic.Retention;
import dev.sluice.schemas.topic.Topics;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * Where in the log a scratch generation begins. That is for what happened: of tables, which are kept compacted, everything is read, or
 * documents would lack what was joined to them long ago.
 */
public sealed interface StartingPoint {

    record Beginning() implements StartingPoint {}

    record At(Instant time) implements StartingPoint {}

    /** Partitions that are not named are read from now on. */
    record Offsets(Map<TopicPartition, Long> offsets) implements StartingPoint {
        public Offsets {
            offsets = Map.copyOf(offsets);
        }
    }

    Pattern OFFSET = Pattern.compile("([a-z.]{1,100})-(\\d{1,4})@(\\d{1,18})");

    /**
     * Reads {@code 2026-11-01T00:00Z}, {@code events.ordering-0@120,events.ordering-1@95}, or nothing. Throws IllegalArgumentException with the
     * mend for anything else.
     */
    static StartingPoint parse(String text) {
        if (text.isEmpty()) {
            return new Beginning();
        }
        if (text.contains("@")) {
            return new Offsets(offsets(text));
        }
        try {
            return new At(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException _) {
            throw malformed();
        }
    }

    private static Map<TopicPartition, Long> offsets(String text) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (String part : text.split(",", -1)) {
            Matcher matcher = OFFSET.matcher(part.strip());
            if (!matcher.matches()) {
                throw malformed();
            }
            offsets.put(
                    new TopicPartition(matcher.group(1), Integer.parseInt(matcher.group(2))),
                    Long.parseLong(matcher.group(3)));
        }
        return offsets;
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("from must be a time, 2026-11-01T00:00Z for example, or offsets,"
                + " events.ordering-0@120,events.ordering-1@95 for example.");
    }

    /** Lets the group begin here, unless it has begun already. Throws {@link dev.sluice.projector.lag.LogUnreachable}. */
    default void applyTo(String group, Set<String> sources, LogEnds log) {
        Set<String> happened = sources.stream().filter(topic -> !isTable(topic)).collect(Collectors.toSet());
        Map<TopicPartition, Long> wanted = new HashMap<>(
                switch (this) {
                    case Beginning() -> Map.of();
                    case At(Instant time) -> log.at(happened, time);
                    case Offsets(Map<TopicPartition, Long> offsets) -> {
                        Map<TopicPartition, Long> all = log.latest(happened);
                        all.replaceAll((partition, end) -> Math.min(end, offsets.getOrDefault(partition, end)));
                        yield all;
                    }
                });
        wanted.keySet().removeAll(log.committed(group).keySet());
        if (!wanted.isEmpty()) {
            log.move(group, wanted);
        }
    }

    private static boolean isTable(String name) {
        return Topics.all().stream()
                .anyMatch(topic -> topic.name().equals(name) && topic.retention() instanceof Retention.Compacted);
    }
}
