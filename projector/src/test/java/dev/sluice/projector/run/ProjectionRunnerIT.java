package dev.sluice.projector.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.projector.Feed;
import dev.sluice.projector.Servers;
import dev.sluice.projector.TestBench;
import dev.sluice.projector.ViewReader;
import dev.sluice.projector.log.View;
import dev.sluice.projector.orderstatus.OrderStatusTopology;
import dev.sluice.projector.rejects.Rejects;
import dev.sluice.schemas.order.OrderCommand.PlaceOrder;
import dev.sluice.schemas.order.OrderFact.OrderDeclined;
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.order.RequestedLine;
import dev.sluice.schemas.rejection.Rejection.UnknownSku;
import dev.sluice.schemas.view.OrderStatusView;
import dev.sluice.schemas.view.Projection;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class ProjectionRunnerIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Instant AT = Instant.parse("2026-01-01T10:00:00Z");

    @TempDir
    private Path directory;

    private final View view = Servers.view(Projection.ORDER_STATUS);
    private final String commands = "commands." + view.generation();
    private final String facts = "facts." + view.generation();
    private final String rejectTopic = "rejects." + view.generation();
    private final Rejects rejects = new Rejects(rejectTopic);
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final Feed feed = new Feed();
    private ProjectionRunner runner;

    @BeforeEach
    void create() {
        Servers.create(commands, view.topic(), rejectTopic);
        runner = runner(new OrderStatusTopology(commands, facts, view.topic()));
    }

    @AfterEach
    void stop() {
        runner.close();
        scheduler.shutdownNow();
        feed.close();
        Servers.forget(view);
    }

    @Test
    void anOrderGoesFromItsAcceptanceToItsEnd() {
        Servers.create(facts);
        runner.start();
        accepted("o-1");
        declined("o-1");

        try (ViewReader<OrderStatusView> reader = new ViewReader<>(view.topic(), OrderStatusView.class)) {
            awaitStatus(reader, "o-1", OrderStatus.REJECTED);
        }
    }

    @Test
    void whatCannotBeReadIsSetAsideAndTheNextIsRead() {
        Servers.create(facts);
        runner.start();
        feed.send(commands, "o-1", TestBench.type(order("o-1")), TestBench.utf8("{"));
        accepted("o-1");

        try (ViewReader<OrderStatusView> reader = new ViewReader<>(view.topic(), OrderStatusView.class);
                ViewReader<byte[]> rejected = new ViewReader<>(rejectTopic, byte[].class)) {
            awaitStatus(reader, "o-1", OrderStatus.ACCEPTED);
            await().atMost(SOON).until(() -> rejected.records().size() == 1);
            assertThat(new String(rejected.records().getFirst().value(), UTF_8)).isEqualTo("{");
        }
        assertThat(rejects.count(view.application())).isEqualTo(1);
        await().atMost(SOON).until(() -> runner.condition().up());
    }

    @Test
    void itIsDownWhileATopicIsMissingAndComesUpWithIt() {
        runner.start();
        accepted("o-1");
        await().atMost(SOON).until(() -> runner.condition().detail().contains("missing"));
        Servers.create(facts);

        try (ViewReader<OrderStatusView> reader = new ViewReader<>(view.topic(), OrderStatusView.class)) {
            awaitStatus(reader, "o-1", OrderStatus.ACCEPTED);
        }
        await().atMost(SOON).until(() -> runner.condition().up());
    }

    @Test
    void aFailureOfTheStoreStopsItAndItStartsAnewUntilAllIsWritten() {
        AtomicInteger failures = new AtomicInteger(2);
        runner = runner(() -> {
            StreamsBuilder builder = new StreamsBuilder();
            builder.stream(commands, Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
                    .peek((key, value) -> {
                        if (failures.getAndDecrement() > 0) {
                            throw new KafkaException("no space left on device");
                        }
                    })
                    .to(view.topic(), Produced.with(Serdes.ByteArray(), Serdes.ByteArray()));
            return builder.build();
        });
        runner.start();
        feed.send(commands, "o-1", TestBench.type(order("o-1")), TestBench.utf8("{}"));

        await().atMost(SOON).until(() -> !runner.condition().up());
        try (ViewReader<byte[]> reader = new ViewReader<>(view.topic(), byte[].class)) {
            await().atMost(SOON).until(() -> !reader.records().isEmpty());
        }
        await().atMost(SOON).until(() -> runner.condition().up());
        assertThat(rejects.count(view.application())).isZero();
    }

    @Test
    void theNextLifeOfTheProcessGoesOnAtOnce() {
        Servers.create(facts);
        runner.start();
        accepted("o-1");
        try (ViewReader<OrderStatusView> reader = new ViewReader<>(view.topic(), OrderStatusView.class)) {
            awaitStatus(reader, "o-1", OrderStatus.ACCEPTED);
            runner.close();
            runner = runner(new OrderStatusTopology(commands, facts, view.topic()));
            runner.start();
            declined("o-1");

            // Sooner than Kafka would give up the earlier life.
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> runner.condition().up());
            awaitStatus(reader, "o-1", OrderStatus.REJECTED);
        }
    }

    private ProjectionRunner runner(Supplier<Topology> topology) {
        StreamsProperties properties = new StreamsProperties(Servers.SETTINGS, new StateDirectory(directory), rejects);
        return new ProjectionRunner(view, topology, _ -> properties.of(view), scheduler);
    }

    private void awaitStatus(ViewReader<OrderStatusView> reader, String id, OrderStatus status) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(reader.documents())
                        .hasEntrySatisfying(
                                id, order -> assertThat(order.status()).isEqualTo(status)));
    }

    private void accepted(String id) {
        feed.command(commands, id, order(id));
    }

    private void declined(String id) {
        feed.fact(facts, id, 0, new OrderDeclined(id, "c-1", lines(), new UnknownSku("sku-1"), "hash", AT, AT));
    }

    private static PlaceOrder order(String id) {
        return new PlaceOrder(id, "c-1", lines(), null, null, null, "hash", AT);
    }

    private static List<RequestedLine> lines() {
        return List.of(new RequestedLine("sku-1", 2, null));
    }
}
