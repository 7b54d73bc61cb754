package dev.sluice.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.edge.harness.Issuer;
import dev.sluice.edge.harness.Reply;
import dev.sluice.edge.harness.Servers;
import dev.sluice.edge.harness.Shelf;
import dev.sluice.edge.harness.Views;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.topic.Topics;
import dev.sluice.schemas.view.Projection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** The write side is played by this test: it reports how far it is. */
class AdmissionIT {
    private final Shelf shelf = Shelf.complete();
    private final String sku = "s-" + Ids.next();

    @Test
    void newOrdersAreRefusedWhileTheWriteSideIsBehindAndReadsAnswer() throws Exception {
        shelf.put(Projection.PRODUCT_PAGE, sku, 1, Views.product(sku));
        try (Issuer issuer = new Issuer();
                Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, Servers.KAFKA));
                RunningEdge edge = new RunningEdge(Map.of(
                        "sluice.issuer.url", issuer.url(),
                        "sluice.edge.load.lag.longest", "1s",
                        "sluice.edge.load.lag.ignored", "0"))) {
            edge.awaitReady();
            report(admin);
            await().until(() -> order(edge, issuer).status() == 202);

            await().until(() -> order(edge, issuer).status() == 503);
            Reply refused = order(edge, issuer);
            assertThat(refused.isProblem()).isTrue();
            assertThat(refused.text("type")).isEqualTo("/problems/write-side-behind");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
            assertThat(edge.api().get("/products/" + sku).status()).isEqualTo(200);
            assertThat(edge.api()
                            .get("/orders/" + Ids.next(), issuer.shopper("c"))
                            .status())
                    .isEqualTo(404);

            report(admin);
            await().until(() -> order(edge, issuer).status() == 202);
        } finally {
            forget();
        }
    }

    /** Or what other tests append would be behind for ever. */
    private static void forget() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, Servers.KAFKA))) {
            admin.deleteConsumerGroups(
                            Stream.of(Topics.COMMANDS_ORDERING, Topics.COMMANDS_STOCK, Topics.COMMANDS_PAYMENT)
                                    .map(Topics::consumerGroup)
                                    .toList())
                    .all()
                    .get();
        }
    }

    /** As command-service does once it has carried out all there is. */
    private static void report(Admin admin) throws ExecutionException, InterruptedException {
        report(admin, Topics.COMMANDS_ORDERING);
        report(admin, Topics.COMMANDS_STOCK);
        report(admin, Topics.COMMANDS_PAYMENT);
    }

    private static void report(Admin admin, String topic) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(number -> new TopicPartition(topic, number))
                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        Map<TopicPartition, OffsetAndMetadata> done = admin.listOffsets(ends).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        end -> new OffsetAndMetadata(end.getValue().offset())));
        admin.alterConsumerGroupOffsets(Topics.consumerGroup(topic), done).all().get();
    }

    private Reply order(RunningEdge edge, Issuer issuer) {
        return edge.api()
                .post(
                        "/orders",
                        issuer.shopper("c"),
                        Ids.next(),
                        "{\"customerId\":\"c\",\"lines\":[{\"sku\":\"" + sku + "\",\"quantity\":1}]}");
    }
}
