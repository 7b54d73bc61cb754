package dev.sluice.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.edge.harness.Api;
import dev.sluice.edge.harness.Issuer;
import dev.sluice.edge.harness.Log;
import dev.sluice.edge.harness.Reply;
import dev.sluice.edge.harness.Shelf;
import dev.sluice.edge.harness.Views;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.order.OrderStatus;
import dev.sluice.schemas.topic.Topics;
import dev.sluice.schemas.view.Projection;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class OrderEventsIT {
    private static final Issuer ISSUER = new Issuer();
    private static final Shelf SHELF = Shelf.complete();
    private static final RunningEdge EDGE =
            new RunningEdge(Map.of("sluice.issuer.url", ISSUER.url(), "sluice.edge.events.heartbeat", "200ms"));
    private static final Log LOG = new Log(Topics.COMMANDS_ORDERING);

    private final String customer = "c-" + Ids.next();
    private final String id = Ids.next();
    private final String token = ISSUER.shopper(customer);
    private final Api api = EDGE.api();

    OrderEventsIT() {
        EDGE.awaitReady();
        put(OrderStatus.PENDING, 1);
    }

    @AfterAll
    static void stop() {
        EDGE.close();
        LOG.close();
        ISSUER.close();
    }

    @Test
    void tellsEachStatusUntilTheFinalOne() {
        CompletableFuture<Reply> stream = follow("");
        append(OrderStatus.PENDING, 1);
        append(OrderStatus.CONFIRMED, 2);

        Reply reply = stream.join();

        assertThat(reply.header("Content-Type")).isEqualTo("text/event-stream");
        assertThat(reply.body())
                .containsSubsequence(
                        "retry: 2000\n\n",
                        "id: 1\nevent: status\ndata: {",
                        "id: 2\nevent: status\ndata: {",
                        "CONFIRMED");
        assertThat(reply.body().split("event: status", -1))
                .as("no status twice")
                .hasSize(3);
        assertThat(reply.body()).doesNotContain("requestHash");
        assertThat(EDGE.waiting()).isZero();
    }

    @Test
    void resumesAfterWhatWasSeen() {
        CompletableFuture<Reply> stream = follow("1");
        append(OrderStatus.REJECTED, 2);

        assertThat(stream.join().body()).doesNotContain("id: 1").contains("id: 2");
    }

    @Test
    void tellsWhoHasSeenTheEndNotToComeBack() {
        put(OrderStatus.CONFIRMED, 2);

        assertThat(follow("2").join().status()).isEqualTo(204);
        assertThat(follow("").join().body()).contains("id: 2");
    }

    @Test
    void keepsTheConnectionAliveAndNoticesWhenItIsNot() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            socket.getOutputStream()
                    .write(("GET /orders/" + id + "/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(in.lines().filter(line -> line.equals(":")).limit(2)).hasSize(2);
            assertThat(EDGE.waiting()).isEqualTo(1);
        }
        await().until(() -> EDGE.waiting() == 0);
    }

    @Test
    void isForWhoMaySeeTheOrder() {
        assertThat(api.get("/orders/" + id + "/events", ISSUER.shopper("another"))
                        .status())
                .isEqualTo(403);
        assertThat(api.get("/orders/" + Ids.next() + "/events", token).status()).isEqualTo(404);
        assertThat(api.send(api.request("/orders/" + id + "/events")
                                .header("Authorization", "Bearer " + token)
                                .header("Accept", "application/json"))
                        .status())
                .isEqualTo(406);
    }

    private CompletableFuture<Reply> follow(String lastEventId) {
        var request = api.request("/orders/" + id + "/events")
                .header("Authorization", "Bearer " + token)
                .header("Last-Event-ID", lastEventId);
        CompletableFuture<Reply> stream = api.sending(request);
        await().until(() -> EDGE.waiting() > 0 || stream.isDone());
        return stream;
    }

    private void put(OrderStatus status, long version) {
        SHELF.put(Projection.ORDER_STATUS, id, version, Views.order(id, customer, status, version, "h"));
    }

    private void append(OrderStatus status, long version) {
        LOG.appendView(Projection.ORDER_STATUS, id, Views.order(id, customer, status, version, "h"));
    }
}
