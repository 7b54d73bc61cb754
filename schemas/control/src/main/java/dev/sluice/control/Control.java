package dev.sluice.control;

import dev.sluice.schemas.control.OperatorRecord;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.topic.Topics;
import dev.sluice.schemas.view.Generations;
import dev.sluice.schemas.view.ViewLag;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Follows what the projectors tell all readers. */
public final class Control implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Control.class);

    private final Lags lags = new Lags(System::nanoTime);
    private final LiveGenerations generations = new LiveGenerations();
    private final Follower follower;
    private final Other other;

    /** Hears of what in the topic {@code control} is not about generations, on the follower's thread. */
    @FunctionalInterface
    public interface Other {
        /** @param value null for what was taken back */
        void record(String key, long offset, byte @Nullable [] value);
    }

    /** @param bootstrap where Kafka is; nobody is asked before {@link #start} */
    public Control(String bootstrap) {
        this(bootstrap, (_, _, _) -> {});
    }

    /** @param other hears all that there is first, and again after a failure */
    public Control(String bootstrap, Other other) {
        this.other = other;
        this.follower = new Follower(bootstrap, Topics.CONTROL, Topics.FRESHNESS, this::heard, generations::caughtUp);
    }

    public Lags lags() {
        return lags;
    }

    public LiveGenerations generations() {
        return generations;
    }

    public void start() {
        follower.start();
    }

    private void heard(ConsumerRecord<String, byte[]> record) {
        try {
            if (OperatorRecord.isKey(record.key())) {
                other.record(record.key(), record.offset(), record.value());
            } else if (record.topic().equals(Topics.CONTROL)) {
                generations.hear(Json.MAPPER.readValue(record.value(), Generations.class), record.offset());
            } else {
                lags.hear(Json.MAPPER.readValue(record.value(), ViewLag.class));
            }
        } catch (JacksonException e) {
            log.warn(
                    "{} at {} of {} cannot be read: {}", record.key(), record.offset(), record.topic(), e.getMessage());
        }
    }

    @Override
    public void close() {
        follower.close();
    }
}
