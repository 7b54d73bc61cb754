package dev.sluice.load.bench.probe;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** CPU time that processes have taken since they began, or between two looks, by name. From /proc, in steps of 10 ms. */
public record Usage(Map<String, Duration> cpu) {

    public Usage {
        cpu = Map.copyOf(cpu);
    }

    /** @param pids by name; those of one name are added up */
    public static Usage of(Map<String, ? extends Collection<Long>> pids) {
        Map<String, Duration> cpu = new LinkedHashMap<>();
        pids.forEach((name, all) -> cpu.put(name, all.stream().map(Usage::of).reduce(Duration.ZERO, Duration::plus)));
        return new Usage(cpu);
    }

    /** Throws IllegalStateException where there is no such process: what it has taken would be missing in the sum. */
    private static Duration of(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow(() -> new IllegalStateException("process " + pid + " has ended while it was measured"));
    }

    public Usage since(Usage earlier) {
        Map<String, Duration> taken = new LinkedHashMap<>();
        cpu.forEach((name, now) -> taken.put(name, now.minus(Objects.requireNonNull(earlier.cpu.get(name)))));
        return new Usage(taken);
    }

    /** Milliseconds of these together. */
    public double millis(String... names) {
        double sum = 0;
        for (String name : names) {
            sum += Objects.requireNonNull(cpu.get(name), name).toNanos() / 1e6;
        }
        return sum;
    }
}
