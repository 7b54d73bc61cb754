package dev.sluice.local.launch;

import dev.sluice.local.aot.AotCache;
import dev.sluice.local.home.Home;
import dev.sluice.local.process.Program;
import dev.sluice.local.supervision.Family;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Makes the AOT caches that are missing, from what the running programs recorded; two at a time. */
final class Caching {

    private static final int AT_A_TIME = 2;

    private final Home home;
    private final Family family;

    Caching(Home home, Family family) {
        this.home = home;
        this.family = family;
    }

    boolean due() {
        return family.cached().stream().anyMatch(one -> one.cache().missing());
    }

    /** Returns how many were made. A cache that cannot be made is no failure: the next start is as slow as this one. */
    int run() throws InterruptedException {
        List<Family.Cached> missing =
                family.cached().stream().filter(one -> one.cache().missing()).toList();
        int made = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Future<Boolean>> results =
                    missing.stream().map(one -> threads.submit(() -> make(one))).toList();
            for (Future<Boolean> result : results) {
                made += succeeded(result) ? 1 : 0;
            }
        }
        return made;
    }

    private boolean make(Family.Cached one) throws IOException, InterruptedException {
        AotCache cache = one.cache();
        cache.endRecording(one.pid());
        if (!cache.recorded()) {
            return false;
        }
        Process creation = family.spawn(new Program(
                cache.creation(one.command()), Map.of(), home.directory(), home.log("caches"), Duration.ofSeconds(1)));
        try {
            int exit = creation.waitFor();
            cache.finish();
            return exit == 0;
        } finally {
            creation.destroyForcibly();
        }
    }

    private static boolean succeeded(Future<Boolean> result) throws InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException e) {
            return false;
        }
    }
}
