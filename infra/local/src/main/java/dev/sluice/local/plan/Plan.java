package dev.sluice.local.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs steps as early as their needs allow, side by side, and tells of each when it is done. */
public final class Plan {

    private final List<Step> steps = new ArrayList<>();

    /** Needs that are no step of this plan count as met: a server that is someone else's, a step switched off. */
    public Plan step(String name, List<String> needs, Step.Action action) {
        steps.add(new Step(name, needs, action));
        return this;
    }

    /** Returns when all are done. Throws what the first failing step threw, at once; the others are interrupted. */
    public void run(Progress progress) throws Exception {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            Map<String, CompletableFuture<Void>> done = new HashMap<>();
            CompletableFuture<Void> failure = new CompletableFuture<>();
            for (Step step : steps) {
                CompletableFuture<Void> needs = CompletableFuture.allOf(step.needs().stream()
                        .map(need -> done.getOrDefault(need, CompletableFuture.completedFuture(null)))
                        .toArray(CompletableFuture[]::new));
                CompletableFuture<Void> run = needs.thenRunAsync(() -> run(step, progress), threads);
                run.exceptionally(e -> {
                    failure.completeExceptionally(e);
                    return null;
                });
                done.put(step.name(), run);
            }
            CompletableFuture<Void> all = CompletableFuture.allOf(done.values().toArray(CompletableFuture[]::new));
            CompletableFuture.anyOf(all, failure).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void run(Step step, Progress progress) {
        long started = System.nanoTime();
        try {
            String said = step.action().run();
            progress.done(step.name(), System.nanoTime() - started, said);
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }
}
