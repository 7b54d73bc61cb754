package dev.sluice.load.bench.probe;

import dev.sluice.load.installation.OperatorMistake;
import dev.sluice.schemas.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How many records topics have had. */
public final class LogEnds {

    private LogEnds() {}

    /** Of these topics together, transaction markers included. */
    public static long sum(String bootstrap, List<String> topics) {
        Map<TopicPartition, OffsetSpec> ends = topics.stream()
                .flatMap(topic -> IntStream.range(0, Topics.PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(topic, partition)))
                .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        } catch (ExecutionException e) {
            throw new OperatorMistake("Kafka does not answer: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
