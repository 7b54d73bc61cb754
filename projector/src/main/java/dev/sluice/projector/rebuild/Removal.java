package dev.sluice.projector.rebuild;

import dev.sluice.projector.health.Condition;
import dev.sluice.projector.log.View;
import dev.sluice.projector.verify.Contents;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes a generation: its consumer groups, its documents, its topics and those of Kafka Streams behind it. It may be begun
 * again wherever it broke off.
 */
public final class Removal {
    private static final Logger log = LoggerFactory.getLogger(Removal.class);
    private static final long PATIENCE_SECONDS = 5;

    private final Admin admin;
    private final Function<View, List<Contents>> contents;

    public Removal(Admin admin, Function<View, List<Contents>> contents) {
        this.admin = admin;
        this.contents = contents;
    }

    /** Whether nothing is left. Groups come first: they go only once Kafka has given their members up. */
    boolean done(View view) {
        try {
            List<Contents> all = contents.apply(view);
            deleteGroups(view, all);
            for (Contents one : all) {
                try (one) {
                    one.delete();
                }
            }
            deleteTopics(view);
            log.info("{} is deleted", view.application());
            return true;
        } catch (ExecutionException | TimeoutException e) {
            log.debug("{} cannot be deleted yet: {}", view.application(), Condition.reason(e));
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void deleteGroups(View view, List<Contents> all)
            throws ExecutionException, InterruptedException, TimeoutException {
        Set<String> groups = Stream.concat(
                        Stream.of(view.application()), all.stream().map(one -> view.sinkGroup(one.store())))
                .collect(Collectors.toSet());
        for (KafkaFuture<Void> deleted :
                admin.deleteConsumerGroups(groups).deletedGroups().values()) {
            try {
                wait(deleted);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                    throw e;
                }
            }
        }
    }

    private void deleteTopics(View view) throws ExecutionException, InterruptedException, TimeoutException {
        String prefix = view.application() + "-";
        Set<String> topics = wait(admin.listTopics().names()).stream()
                .filter(topic -> topic.equals(view.topic()) || topic.startsWith(prefix))
                .collect(Collectors.toSet());
        wait(admin.deleteTopics(topics).all());
    }

    private static <T> T wait(KafkaFuture<T> future) throws ExecutionException, InterruptedException, TimeoutException {
        return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
