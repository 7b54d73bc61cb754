package dev.sluice.schemas.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.topic.Topic.Retention;
import dev.sluice.schemas.view.Projection;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsTest {
    @Test
    void haveDifferentNamesThatKafkaAllows() {
        assertThat(Topics.all().stream().map(Topic::name))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9.-]{1,249}"));
    }

    @Test
    void shareOnePartitionCountSoThatJoinsNeedNoMoving() {
        assertThat(Topics.all()).allMatch(topic -> topic.partitions() == Topics.PARTITIONS);
    }

    @Test
    void includeTheTopicOfEachProjection() {
        assertThat(Topics.all().stream().map(Topic::name))
                .contains(java.util.stream.Stream.of(Projection.values())
                        .map(projection -> projection.topic(Projection.FIRST_GENERATION))
                        .toArray(String[]::new));
    }

    @Test
    void keepTheTruthForEver() {
        assertThat(Topics.all().stream().filter(topic -> topic.name().startsWith("events.")))
                .isNotEmpty()
                .allMatch(topic -> topic.retention() instanceof Retention.Forever);
    }

    @Test
    void tellKafkaHowLongToKeepWhat() {
        assertThat(keeping(new Retention.Forever()))
                .isEqualTo(Map.of("cleanup.policy", "delete", "retention.ms", "-1"));
        assertThat(keeping(new Retention.Compacted())).isEqualTo(Map.of("cleanup.policy", "compact"));
        assertThat(keeping(new Retention.For(Duration.ofDays(14))))
                .isEqualTo(Map.of("cleanup.policy", "delete", "retention.ms", "1209600000"));
    }

    private static Map<String, String> keeping(Retention retention) {
        return new Topic("any", "id", 1, retention).configuration();
    }
}
