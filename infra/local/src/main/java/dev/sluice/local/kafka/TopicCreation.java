package dev.sluice.local.kafka;

import dev.sluice.schemas.topic.Topic;
import dev.sluice.schemas.topic.Topics;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the catalogue's topics that are missing; those that exist stay as they are. */
public final class TopicCreation {

    private TopicCreation() {}

    /** Returns how many topics the catalogue has. */
    public static int run(String bootstrap) throws IOException, InterruptedException {
        try (Admin admin = KafkaCheck.admin(bootstrap)) {
            Set<String> existing = new HashSet<>(admin.listTopics().names().get());
            Collection<NewTopic> missing = missing(Topics.all(), existing);
            admin.createTopics(missing).all().get();
            return Topics.all().size();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IOException("topics cannot be created at " + bootstrap + ": " + e.getCause(), e);
            }
            return Topics.all().size();
        }
    }

    static List<NewTopic> missing(List<Topic> catalogue, Set<String> existing) {
        return catalogue.stream()
                .filter(topic -> !existing.contains(topic.name()))
                .map(topic -> new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
                        .configs(topic.configuration()))
                .toList();
    }
}
