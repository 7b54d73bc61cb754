package dev.sluice.command.parking;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The queues of all lanes that have one: as the database has them, and what the turn in hand makes of them. */
final class Queues {

    private final Map<Lane, Queue> stored = new HashMap<>();
    private final Map<Lane, Queue> changed = new LinkedHashMap<>();

    @Nullable
    Queue find(Lane lane) {
        Queue queue = changed.getOrDefault(lane, stored.get(lane));
        return queue == null || queue.isEmpty() ? null : queue;
    }

    void put(Lane lane, Queue queue) {
        changed.put(lane, queue);
    }

    /** Where the letter is at the head, or null. */
    @Nullable
    Lane laneOf(String letterId) {
        return stored.entrySet().stream()
                .filter(entry -> entry.getValue().isHeadedBy(letterId))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** One whose oldest message is to be carried out, or null. */
    @Nullable
    Lane firstOpen() {
        return stored.entrySet().stream()
                .filter(entry -> entry.getValue().isOpen())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    Map<Lane, Queue> changed() {
        return Map.copyOf(changed);
    }

    void committed() {
        stored.putAll(changed);
        stored.values().removeIf(Queue::isEmpty);
        changed.clear();
    }

    void forget() {
        changed.clear();
    }

    void drop(Lane lane) {
        stored.remove(lane);
    }

    void claimed(Set<Integer> partitions, Map<Lane, Queue> found) {
        released(partitions);
        stored.putAll(found);
    }

    void released(Set<Integer> partitions) {
        stored.keySet().removeIf(lane -> partitions.contains(lane.partition()));
    }
}
