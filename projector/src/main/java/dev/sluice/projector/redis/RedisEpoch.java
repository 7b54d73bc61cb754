package dev.sluice.projector.redis;

import static java.util.stream.Collectors.toMap;

import dev.sluice.projector.health.Condition;
import dev.sluice.projector.lag.LogEnds;
import dev.sluice.projector.log.View;
import dev.sluice.projector.sink.StoreUnavailable;
import dev.sluice.schemas.message.Ids;
import io.lettuce.core.SetArgs;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets the mark that says that Redis holds every view. Where it is missing, each projection has first to pass the ends that
 * its sources have now, and then Redis to pass the ends that the views have then; all of it is read from Kafka and Redis, so
 * any process may find it so.
 */
public final class RedisEpoch {
    private static final Logger log = LoggerFactory.getLogger(RedisEpoch.class);

    private final String key;
    private final RedisLink link;
    private final LogEnds logEnds;
    private final Supplier<Map<View, Set<String>>> sources;
    private List<Chase> chases = List.of();

    /** @param sources the views that Redis must hold, and the topics that they are made of */
    public RedisEpoch(String key, RedisLink link, LogEnds logEnds, Supplier<Map<View, Set<String>>> sources) {
        this.key = key;
        this.link = link;
        this.logEnds = logEnds;
        this.sources = sources;
    }

    /** Looks once. Called every second or so; never throws, or it would not be called again. */
    public void check() {
        try {
            if (link.ask(commands -> commands.exists(key)) > 0) {
                chases = List.of();
            } else {
                chase();
            }
        } catch (StoreUnavailable | RetriableException e) {
            log.debug("cannot tell whether Redis holds all views: {}", Condition.reason(e));
        } catch (RuntimeException e) {
            log.error("cannot tell whether Redis holds all views", e);
        }
    }

    private void chase() {
        if (chases.isEmpty() && !sources.get().isEmpty()) {
            log.info("Redis does not say that it holds all views; it will when it does");
            chases = sources.get().entrySet().stream()
                    .map(entry -> new Chase(entry.getKey(), entry.getValue()))
                    .toList();
        }
        if (!chases.isEmpty() && chases.stream().filter(Chase::caughtUp).count() == chases.size()) {
            byte[] epoch = Ids.next().getBytes(StandardCharsets.UTF_8);
            link.tell(commands -> commands.set(key, epoch, SetArgs.Builder.nx()));
            log.info("Redis holds all views");
        }
    }

    /** The goals of one view, each set when the one before is reached. */
    private final class Chase {
        private final View view;
        private final Map<TopicPartition, Long> sourceEnds;
        private @Nullable Map<TopicPartition, Long> viewEnds;

        Chase(View view, Collection<String> sources) {
            this.view = view;
            this.sourceEnds = logEnds.ends(sources);
        }

        boolean caughtUp() {
            if (viewEnds == null && reached(sourceEnds, logEnds.committed(view.application()))) {
                viewEnds = logEnds.ends(Set.of(view.topic()));
            }
            return viewEnds != null && reached(viewEnds, held());
        }

        private Map<TopicPartition, Long> held() {
            return new RedisPositions(link, view.topic())
                    .read().entrySet().stream()
                            .collect(toMap(e -> new TopicPartition(view.topic(), e.getKey()), Map.Entry::getValue));
        }

        private static boolean reached(Map<TopicPartition, Long> goal, Map<TopicPartition, Long> now) {
            return goal.entrySet().stream().allMatch(end -> now.getOrDefault(end.getKey(), 0L) >= end.getValue());
        }
    }
}
