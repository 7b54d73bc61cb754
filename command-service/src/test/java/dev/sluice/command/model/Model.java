package dev.sluice.command.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/**
 * {@code ./sluice chaos model [--schedules N] [--seed S]}: every way of one order with three participants, then many
 * schedules of several orders; or one schedule with all its steps.
 */
final class Model {
    private static final long USUAL = 1_000_000;
    private static final long SHOWN_EVERY = 50_000;

    private Model() {}

    /** What is wrong, by seed. */
    static Map<Long, String> objections(LongStream seeds, Mutant mutant, Runnable afterEach) {
        Map<Long, String> objections = new ConcurrentHashMap<>();
        seeds.parallel().forEach(seed -> {
            Optional<String> objection = World.run(seed, mutant, step -> {});
            objection.ifPresent(what -> objections.put(seed, what));
            afterEach.run();
        });
        return new TreeMap<>(objections);
    }

    public static void main(String[] args) {
        List<String> arguments = List.of(args);
        try {
            System.exit(run(arguments) ? 0 : 1);
        } catch (IllegalArgumentException e) {
            System.err.println("sluice: " + e.getMessage() + ". Call: ./sluice chaos model [--schedules N] [--seed S]");
            System.exit(2);
        }
    }

    private static boolean run(List<String> arguments) {
        long schedules = USUAL;
        OptionalLong seed = OptionalLong.empty();
        for (int i = 0; i < arguments.size(); i += 2) {
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException(arguments.get(i) + " has no value");
            }
            long value = Long.parseLong(arguments.get(i + 1));
            switch (arguments.get(i)) {
                case "--schedules" -> schedules = value;
                case "--seed" -> seed = OptionalLong.of(value);
                default -> throw new IllegalArgumentException("there is no option " + arguments.get(i));
            }
        }
        if (seed.isPresent()) {
            return one(seed.getAsLong());
        }
        boolean everyWay = everyWay();
        return many(schedules) && everyWay;
    }

    private static boolean one(long seed) {
        Optional<String> objection = World.run(seed, Mutant.NONE, System.out::println);
        System.out.println(objection.map(what -> "OBJECTION: " + what).orElse("Nothing lost, nothing twice."));
        return objection.isEmpty();
    }

    private static boolean everyWay() {
        boolean well = true;
        for (Shortage shortage : Shortage.values()) {
            well &= show(shortage, "checkout", shortage.checkout(Mutant.NONE));
            well &= show(shortage, "cancelled at some time", shortage.cancellation(Mutant.NONE));
        }
        return well;
    }

    private static boolean show(Shortage shortage, String what, Exploration.Result result) {
        System.out.printf(
                "Shortage of %s, %s: %,d states, %,d ends, %s%n",
                shortage.name().toLowerCase(Locale.ROOT),
                what,
                result.states(),
                result.ends(),
                result.objection().map(objection -> "OBJECTION: " + objection).orElse("each is well"));
        return result.objection().isEmpty();
    }

    private static boolean many(long schedules) {
        long start = System.nanoTime();
        AtomicLong done = new AtomicLong();
        Map<Long, String> objections = objections(LongStream.range(0, schedules), Mutant.NONE, () -> {
            long count = done.incrementAndGet();
            if (count % SHOWN_EVERY == 0 || count == schedules) {
                double seconds = (System.nanoTime() - start) / 1e9;
                System.out.printf("%,d of %,d schedules, %,.0f/s%n", count, schedules, count / seconds);
            }
        });
        objections.entrySet().stream()
                .limit(10)
                .forEach(entry -> System.out.println("seed " + entry.getKey() + ": " + entry.getValue()));
        System.out.println(
                objections.isEmpty()
                        ? "Nothing lost, nothing twice in any schedule."
                        : objections.size() + " OBJECTIONS. All steps of one: ./sluice chaos model --seed S");
        return objections.isEmpty();
    }
}
