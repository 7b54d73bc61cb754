package dev.sluice.projector.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.projector.Feed;
import dev.sluice.projector.Servers;
import dev.sluice.projector.lag.LogEnds;
import dev.sluice.projector.log.View;
import dev.sluice.projector.sink.Position;
import dev.sluice.schemas.view.Projection;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisEpochIT {
    private final View view = Servers.view(Projection.OPERATIONS);
    private final String source = "outcomes." + view.generation();
    private final String key = "epoch:" + view.generation();

    private final RedisClient client = Servers.redisClient();
    private final RedisCommands<String, String> redis =
            client.connect(Servers.redis()).sync();
    private final Admin admin = Admin.create(Servers.kafka());
    private final LogEnds logEnds = new LogEnds(admin);
    private final RedisLink link = new RedisLink(client, Servers.redis());
    private final RedisStore store = new RedisStore(view, link, key, () -> true, () -> "log-1");
    private final RedisEpoch epoch = new RedisEpoch(key, link, logEnds, () -> Map.of(view, Set.of(source)));

    @BeforeEach
    void create() {
        Servers.create(source, view.topic());
    }

    @AfterEach
    void tidy() {
        redis.del(key, "sluice:position:" + view.topic());
        client.shutdown();
        admin.close();
        Servers.forget(view);
    }

    @Test
    void withNothingInTheLogRedisHoldsItAll() {
        epoch.check();
        assertThat(mark()).isNotBlank();
    }

    @Test
    void itWaitsForTheProjectionAndThenForRedis() throws Exception {
        int sourcePartition = write(source);
        epoch.check();
        assertThat(mark()).isNull();

        int viewPartition = write(view.topic());
        projected(sourcePartition);
        epoch.check();
        assertThat(mark()).isNull();

        store.advance(List.of(new Position(viewPartition, 0, 1)));
        epoch.check();
        assertThat(mark()).isNotBlank();
    }

    @Test
    void whatIsSetStaysAndWhatIsLostIsSetAnew() {
        epoch.check();
        String first = mark();
        epoch.check();
        assertThat(mark()).isEqualTo(first);

        redis.del(key);
        epoch.check();
        assertThat(mark()).isNotBlank().isNotEqualTo(first);
    }

    private @Nullable String mark() {
        return redis.get(key);
    }

    /** Returns the partition that the record lies in. */
    private int write(String topic) {
        try (Feed feed = new Feed()) {
            feed.send(topic, "a", new RecordHeaders(), new byte[] {1});
        }
        await().until(() -> !logEnds.ends(Set.of(topic)).isEmpty());
        return logEnds.ends(Set.of(topic)).keySet().iterator().next().partition();
    }

    private void projected(int partition) throws Exception {
        TopicPartition read = new TopicPartition(source, partition);
        admin.alterConsumerGroupOffsets(view.application(), Map.of(read, new OffsetAndMetadata(1)))
                .all()
                .get();
    }
}
