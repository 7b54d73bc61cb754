package dev.sluice.projector.rebuild;

import dev.sluice.projector.freshness.Freshness;
import dev.sluice.projector.health.Condition;
import dev.sluice.projector.lag.Progress;
import dev.sluice.projector.log.View;
import dev.sluice.projector.pipeline.Pipeline;
import dev.sluice.projector.verify.Contents;
import dev.sluice.projector.verify.Verdict;
import dev.sluice.projector.verify.Verification;
import dev.sluice.schemas.view.Generations;
import dev.sluice.schemas.view.Projection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is being built, how far it is, and whether it is the same as the live one. */
public final class Builds {
    private static final Logger log = LoggerFactory.getLogger(Builds.class);
    /** Records, of whatever it reads, that what has caught up may have before it. */
    private static final long BOUND = 1_000;
    /** Records that it may have before it when it stops hurrying: what comes in a busy quarter of a minute. */
    private static final long NEAR = 20_000;

    private final Freshness freshness;
    private final Function<View, List<Contents>> contents;
    private final Verification verification;
    private final Map<View, Build> builds = new ConcurrentHashMap<>();

    public Builds(Freshness freshness, Function<View, List<Contents>> contents, Verification verification) {
        this.freshness = freshness;
        this.contents = contents;
        this.verification = verification;
    }

    static Projection projection(Generations generations) {
        return Arrays.stream(Projection.values())
                .filter(projection -> projection.id().equals(generations.projection()))
                .findFirst()
                .orElseThrow();
    }

    /** @param alike whether both are of one shape */
    void look(Pipeline pipeline, View live, boolean alike) {
        View view = pipeline.view();
        Build build = builds.computeIfAbsent(view, _ -> new Build());
        long now = System.nanoTime();
        build.look(freshness.progress(view.application()), isCaughtUp(pipeline), now);
        if (build.claimVerification(now)) {
            Thread.ofVirtual().name("verify-" + view.application()).start(() -> verify(build, pipeline, live, alike));
        }
    }

    /** Whether so little is left to read that it is worth no hurry. */
    boolean isNear(Pipeline pipeline) {
        String group = pipeline.view().application();
        return hasBegun(freshness.progress(group)) && freshness.of(group).events() <= NEAR;
    }

    private static boolean hasBegun(@Nullable Progress read) {
        return read != null && (read.done() > 0 || read.before() == 0);
    }

    private boolean isCaughtUp(Pipeline pipeline) {
        return pipeline.runner().condition().up()
                && hasBegun(freshness.progress(pipeline.view().application()))
                && pipeline.sinks().stream().allMatch(sink -> freshness.progress(sink.group()) != null)
                && waiting(pipeline) <= BOUND;
    }

    private long waiting(Pipeline pipeline) {
        return freshness.of(pipeline.view().application()).events()
                + pipeline.sinks().stream()
                        .mapToLong(sink -> freshness.of(sink.group()).events())
                        .sum();
    }

    private void verify(Build build, Pipeline pipeline, View live, boolean alike) {
        List<Verdict> found = new ArrayList<>();
        try {
            List<Contents> old = contents.apply(live);
            List<Contents> built = contents.apply(pipeline.view());
            for (int i = 0; i < old.size(); i++) {
                try (Contents one = old.get(i);
                        Contents other = built.get(i)) {
                    found.add(verification.compare(one, other, alike, () -> waiting(pipeline)));
                }
            }
            log.info("{} compared with the live one: {}", pipeline.view().application(), found);
        } catch (RuntimeException e) {
            log.warn("{} cannot be compared now: {}", pipeline.view().application(), Condition.reason(e));
            found.clear();
        } finally {
            build.verified(found, System.nanoTime());
        }
    }

    boolean isReady(View view) {
        Build build = builds.get(view);
        return build != null && build.isReady();
    }

    /** Null of what is not being built. */
    public @Nullable RebuildStatus status(View view, Generations generations) {
        Build build = builds.get(view);
        return build == null || view.generation() != generations.building()
                ? null
                : build.status(generations.paused(), generations.factsPerSecond());
    }

    void retain(Collection<View> wanted) {
        builds.keySet().retainAll(wanted);
    }
}
