package dev.sluice.edge.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** Somebody who asks for the same thing again and again, one after the other, and notes how long it took and what was wrong. */
public final class Bystander {
    private final Api api;
    private final String path;
    private final String body;

    /** @param body of the right answer */
    public Bystander(Api api, String path, String body) {
        this.api = api;
        this.path = path;
        this.body = body;
    }

    /** @param wrong the first answers that were not right */
    public record Seen(int answers, Duration p99, List<String> wrong) {}

    public Seen ask(int times) {
        Notes notes = new Notes();
        for (int i = 0; i < times; i++) {
            ask(notes);
        }
        return notes.seen();
    }

    /** Asks for as long as that takes. */
    public Seen during(Runnable other) {
        Notes notes = new Notes();
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> asking = CompletableFuture.runAsync(
                () -> {
                    while (!over.get()) {
                        ask(notes);
                    }
                },
                task -> Thread.ofPlatform().name("bystander").start(task));
        try {
            other.run();
        } finally {
            over.set(true);
            asking.join();
        }
        return notes.seen();
    }

    private void ask(Notes notes) {
        long begun = System.nanoTime();
        String wrong = wrong();
        notes.add(System.nanoTime() - begun, wrong);
    }

    private String wrong() {
        try {
            Reply reply = api.get(path);
            return reply.status() == 200 && reply.body().equals(body) ? "" : reply.status() + " " + reply.body();
        } catch (IllegalStateException e) {
            return e.toString();
        }
    }

    private static final class Notes {
        private static final int MOST_WRONG = 5;

        private final List<Long> nanos = new ArrayList<>();
        private final List<String> wrong = new ArrayList<>();

        void add(long took, String what) {
            nanos.add(took);
            if (!what.isEmpty() && wrong.size() < MOST_WRONG) {
                wrong.add(what);
            }
        }

        Seen seen() {
            long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
            Arrays.sort(sorted);
            Duration p99 = sorted.length == 0 ? Duration.ZERO : Duration.ofNanos(sorted[sorted.length * 99 / 100]);
            return new Seen(sorted.length, p99, List.copyOf(wrong));
        }
    }
}
