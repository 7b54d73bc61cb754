package dev.sluice.projector.lag;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The id of a topic, asked for until it is known. */
public final class TopicId implements Supplier<String> {
    private final LogEnds logEnds;
    private final String topic;
    private volatile @Nullable String id;

    public TopicId(LogEnds logEnds, String topic) {
        this.logEnds = logEnds;
        this.topic = topic;
    }

    /** Throws {@link LogUnreachable}. */
    @Override
    public String get() {
        String known = id;
        if (known == null) {
            known = logEnds.topicId(topic);
            id = known;
        }
        return known;
    }
}
