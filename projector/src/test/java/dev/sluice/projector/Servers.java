package dev.sluice.projector;

import static org.awaitility.Awaitility.await;

import dev.sluice.projector.lag.LogEnds;
import dev.sluice.projector.log.View;
import dev.sluice.projector.settings.ProjectorSettings;
import dev.sluice.schemas.view.Projection;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;

/** The real servers, at the addresses of the environment. Tests keep apart by generations and topics of their own. */
public final class Servers {
    public static final ProjectorSettings SETTINGS =
            Binder.get(new StandardEnvironment()).bindOrCreate("sluice", ProjectorSettings.class);
    public static final int PARTITIONS = 4;

    private Servers() {}

    /** A build of a projection that nobody else has: its topics, keys, groups and index are all the test's own. */
    public static View view(Projection projection) {
        return new View(projection, ThreadLocalRandom.current().nextInt(1_000_000_000, Integer.MAX_VALUE));
    }

    public static Map<String, Object> kafka() {
        return new HashMap<>(Map.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, SETTINGS.kafka().bootstrap()));
    }

    /** Comes back when the broker serves them: it hears of them a little after the controller has made them. */
    public static void create(String... topics) {
        try (Admin admin = Admin.create(kafka())) {
            List<NewTopic> wanted = Stream.of(topics)
                    .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1))
                    .toList();
            admin.createTopics(wanted).all().get();
            LogEnds ends = new LogEnds(admin);
            await().ignoreExceptionsInstanceOf(RetriableException.class).until(() -> ends.ends(Set.of(topics)) != null);
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new KafkaException(e);
        }
    }

    /** Deletes every topic of the test's, Kafka Streams' own included: all are named by its generation. */
    public static void forget(View view) {
        try (Admin admin = Admin.create(kafka())) {
            List<String> topics = admin.listTopics().names().get().stream()
                    .filter(topic -> topic.contains(Integer.toString(view.generation())))
                    .toList();
            admin.deleteTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new KafkaException(e);
        }
    }

    public static KafkaProducer<String, byte[]> producer() {
        Map<String, Object> configuration = kafka();
        // Topics are young here: with more requests in flight their first batches may overtake each other
        // (KAFKA-15591).
        configuration.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        return new KafkaProducer<>(configuration, new StringSerializer(), new ByteArraySerializer());
    }

    /** Reads from the beginning, in a group of its own. */
    public static KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> configuration = kafka();
        configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new KafkaConsumer<>(configuration, new StringDeserializer(), new ByteArrayDeserializer());
    }

    public static RedisURI redis() {
        RedisURI uri = RedisURI.create(SETTINGS.redis().url());
        uri.setTimeout(SETTINGS.redis().timeout());
        return uri;
    }

    public static RedisClient redisClient() {
        RedisClient client = RedisClient.create();
        client.setOptions(ClientOptions.builder().autoReconnect(false).build());
        return client;
    }
}
