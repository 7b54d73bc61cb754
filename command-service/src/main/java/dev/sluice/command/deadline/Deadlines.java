package dev.sluice.command.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/** When to look after what. What is removed leaves the queue only when its time comes, which is soon enough. */
final class Deadlines {

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(30);

    /** @param at when it was to be over, however often it is looked after */
    record Deadline(String id, Instant at) {}

    private record Look(Instant when, Deadline deadline) implements Comparable<Look> {
        @Override
        public int compareTo(Look other) {
            return when.compareTo(other.when);
        }
    }

    private final Map<String, Look> open = new HashMap<>();
    private final PriorityQueue<Look> queue = new PriorityQueue<>();

    void add(String id, Instant at) {
        lookAfter(new Deadline(id, at), at);
    }

    /** Looks again later, each time twice as late: a check may take as long as an outage takes. */
    void postpone(Deadline deadline, Instant now) {
        Duration overdue = Duration.between(deadline.at, now);
        Duration wait = overdue.compareTo(SHORTEST_WAIT) > 0 ? overdue : SHORTEST_WAIT;
        lookAfter(deadline, now.plus(wait));
    }

    private void lookAfter(Deadline deadline, Instant when) {
        Look look = new Look(when, deadline);
        open.put(deadline.id, look);
        queue.add(look);
    }

    void remove(Collection<String> ids) {
        open.keySet().removeAll(ids);
    }

    void removeIf(Predicate<String> ids) {
        open.keySet().removeIf(ids);
    }

    boolean isAnyDue(Instant now) {
        return !due(now).isEmpty();
    }

    List<Deadline> due(Instant now) {
        List<Deadline> due = new ArrayList<>();
        List<Look> taken = new ArrayList<>();
        for (Look first = queue.peek(); first != null && !first.when.isAfter(now); first = queue.peek()) {
            queue.remove();
            if (first.equals(open.get(first.deadline.id))) {
                due.add(first.deadline);
                taken.add(first);
            }
        }
        queue.addAll(taken);
        return due;
    }
}
