package dev.sluice.projector.management;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.sluice.control.LiveGenerations;
import dev.sluice.projector.generation.NotNow;
import dev.sluice.projector.log.View;
import dev.sluice.projector.verify.Comparison;
import dev.sluice.projector.verify.Contents;
import dev.sluice.projector.verify.Difference;
import dev.sluice.schemas.view.Generations;
import dev.sluice.schemas.view.Projection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a generation holds, and how two differ: a line of JSON for each document, and a last one that says so, since a file that was
 * broken off looks like a shorter one.
 */
public final class Inspections {
    static final String MEDIA_TYPE = "application/x-ndjson";

    private static final long NEWS = Duration.ofSeconds(2).toNanos();

    private final LiveGenerations generations;
    private final Function<View, List<Contents>> contents;

    public Inspections(LiveGenerations generations, Function<View, List<Contents>> contents) {
        this.generations = generations;
        this.contents = contents;
    }

    /** A parameter that means nothing here; the message says the mend. */
    static final class BadParameter extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BadParameter(String mend) {
            super(mend, null, false, false);
        }
    }

    private record Held(String key, @JsonRawValue String document) {}

    private record Progress(String kind, long documents) {
        Progress(long documents) {
            this("progress", documents);
        }
    }

    private record Complete(String kind, long documents, long differences) {}

    private record Whole(String kind, long documents) {}

    record BrokenOff(String kind, String detail) {
        BrokenOff(String detail) {
            this("broken-off", detail);
        }
    }

    /** Writes all documents of the parameter {@code generation}. Throws {@link BadParameter}, {@link NotNow}, StoreUnavailable. */
    void documents(Projection projection, Map<String, String> parameters, Lines lines) {
        AtomicLong count = new AtomicLong();
        try (Contents held = contents(projection, parameters, "generation")) {
            held.each(portion -> portion.forEach((id, json) -> {
                lines.write(new Held(id, new String(json, StandardCharsets.UTF_8)));
                count.incrementAndGet();
            }));
        }
        lines.write(new Whole("complete", count.get()));
    }

    /** Writes how {@code left} and {@code right} differ. Throws {@link BadParameter}, {@link NotNow}, StoreUnavailable. */
    void comparison(Projection projection, Map<String, String> parameters, Lines lines) {
        try (Contents left = contents(projection, parameters, "left");
                Contents right = contents(projection, parameters, "right")) {
            Comparison.Outcome end = new Comparison(left, right, telling(lines)).run();
            lines.write(new Complete("complete", end.documents(), end.differences()));
        }
    }

    private static Comparison.Listener telling(Lines lines) {
        return new Comparison.Listener() {
            private long told = System.nanoTime();

            @Override
            public void differs(Difference difference) {
                lines.write(difference);
            }

            @Override
            public void compared(long documents) {
                // Where nothing differs for long, whoever waits for a line would take us for dead.
                if (System.nanoTime() - told > NEWS) {
                    told = System.nanoTime();
                    lines.write(new Progress(documents));
                    lines.flush();
                }
            }
        };
    }

    private Contents contents(Projection projection, Map<String, String> parameters, String parameter) {
        Generations all = generations.of(projection);
        if (all == null) {
            throw new NotNow("Kafka has not told yet which generations there are: try again.");
        }
        Map<String, Integer> known = known(all);
        Integer wanted = known.get(parameters.getOrDefault(parameter, ""));
        if (wanted == null) {
            throw new BadParameter(parameter + " must name a generation of " + projection.id() + "; there are: "
                    + known.keySet() + ".");
        }
        return chosen(contents.apply(new View(projection, wanted)), parameters.get("store"));
    }

    /** By whatever operators may call it. */
    private static Map<String, Integer> known(Generations all) {
        Map<String, Integer> known = new LinkedHashMap<>();
        known.put("live", all.live());
        known.put("previous", all.previous());
        known.put("building", all.building());
        all.scratches().forEach(scratch -> known.put(scratch.name(), scratch.generation()));
        known.values().removeIf(generation -> generation == 0);
        List.copyOf(known.values()).forEach(generation -> known.put(Integer.toString(generation), generation));
        return known;
    }

    private static Contents chosen(List<Contents> all, @Nullable String store) {
        Contents chosen = null;
        for (Contents one : all) {
            if (chosen == null && (store == null || one.store().equals(store))) {
                chosen = one;
            } else {
                one.close();
            }
        }
        if (chosen == null) {
            throw new BadParameter(
                    "store must be one of " + all.stream().map(Contents::store).toList() + ", or be left out.");
        }
        return chosen;
    }
}
