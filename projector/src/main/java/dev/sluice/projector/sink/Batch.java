package dev.sluice.projector.sink;

import dev.sluice.projector.rejects.Original;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What was read and is not written yet: the latest record of each document, and how far that goes in each partition. */
final class Batch {
    private final Map<String, ConsumerRecord<byte[], byte[]>> latest = new LinkedHashMap<>();
    private final Map<Integer, Long> next = new HashMap<>();
    private long bytes;
    private long since;
    private @Nullable ConsumerRecord<byte[], byte[]> oldest;

    void add(ConsumerRecord<byte[], byte[]> record) {
        if (next.isEmpty()) {
            since = System.nanoTime();
        }
        String id = new String(record.key(), StandardCharsets.UTF_8);
        ConsumerRecord<byte[], byte[]> earlier = latest.put(id, record);
        bytes += weight(record) - (earlier == null ? 0 : weight(earlier));
        next.put(record.partition(), record.offset() + 1);
        if (oldest == null || record.timestamp() < oldest.timestamp()) {
            oldest = record;
        }
    }

    /** The record that has waited longest since its commit. */
    ConsumerRecord<byte[], byte[]> oldest() {
        if (oldest == null) {
            throw new IllegalStateException("the batch is empty");
        }
        return oldest;
    }

    boolean isEmpty() {
        return next.isEmpty();
    }

    int size() {
        return latest.size();
    }

    long bytes() {
        return bytes;
    }

    /** Nanoseconds since the first record came. */
    long age() {
        return System.nanoTime() - since;
    }

    /** In pieces of at most so many bytes; a document that alone is larger is a piece of its own. */
    List<List<Document>> pieces(long maxBytes) {
        List<List<Document>> pieces = new ArrayList<>();
        long room = 0;
        for (Map.Entry<String, ConsumerRecord<byte[], byte[]>> entry : latest.entrySet()) {
            room -= weight(entry.getValue());
            if (pieces.isEmpty() || room < 0) {
                pieces.add(new ArrayList<>());
                room = maxBytes - weight(entry.getValue());
            }
            pieces.getLast().add(document(entry));
        }
        return pieces;
    }

    Original original(String documentId) {
        ConsumerRecord<byte[], byte[]> record = latest.get(documentId);
        if (record == null) {
            throw new IllegalArgumentException("no document " + documentId + " in the batch");
        }
        return Original.of(record);
    }

    /** The offset after the last record, by partition. */
    Map<Integer, Long> next() {
        return Map.copyOf(next);
    }

    void drop(Collection<Integer> partitions) {
        latest.values().removeIf(record -> partitions.contains(record.partition()));
        next.keySet().removeAll(partitions);
        if (oldest != null && partitions.contains(oldest.partition())) {
            oldest = latest.values().stream()
                    .min(Comparator.comparingLong(ConsumerRecord::timestamp))
                    .orElse(null);
        }
        bytes = latest.values().stream().mapToLong(Batch::weight).sum();
    }

    void clear() {
        latest.clear();
        next.clear();
        oldest = null;
        bytes = 0;
    }

    private static Document document(Map.Entry<String, ConsumerRecord<byte[], byte[]>> entry) {
        byte @Nullable [] json = entry.getValue().value();
        return new Document(entry.getKey(), entry.getValue().offset(), json);
    }

    private static long weight(ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null ? 0 : record.value().length;
    }
}
