package dev.sluice.projector.rejects;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the records of the reject topic: the original as it was, and headers that say who refused it and why. */
public final class Rejects {
    public static final String REASON = "reject_reason";
    public static final String BY = "reject_by";
    public static final String TOPIC = "reject_topic";
    public static final String PARTITION = "reject_partition";
    public static final String OFFSET = "reject_offset";

    private static final Logger log = LoggerFactory.getLogger(Rejects.class);

    private final String topic;
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    public Rejects(String topic) {
        this.topic = topic;
    }

    /** Counts the refusal and gives the record to send; the caller owes that it is sent before the original is passed. */
    public ProducerRecord<byte[], byte[]> refused(String by, Original original, String reason) {
        counts.computeIfAbsent(by, _ -> new LongAdder()).increment();
        log.warn("{} refuses {}: {}", by, original.place(), reason);
        ProducerRecord<byte[], byte[]> reject = new ProducerRecord<>(topic, original.key(), original.value());
        original.headers().forEach(reject.headers()::add);
        header(reject, REASON, reason);
        header(reject, BY, by);
        header(reject, TOPIC, original.topic());
        header(reject, PARTITION, Integer.toString(original.partition()));
        header(reject, OFFSET, Long.toString(original.offset()));
        return reject;
    }

    /** How many this one has refused since the process started. */
    public long count(String by) {
        LongAdder count = counts.get(by);
        return count == null ? 0 : count.sum();
    }

    private static void header(ProducerRecord<byte[], byte[]> reject, String name, String text) {
        reject.headers().add(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
