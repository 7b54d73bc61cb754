package dev.sluice.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.query.RunningService.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A closed port stands for a stopped Elasticsearch; one that accepts and is silent, for one that hangs. */
class ElasticsearchAwayTest {
    private static final Duration TIMEOUT = Duration.ofMillis(500);

    @Test
    void tellsWhenItIsStopped() throws Exception {
        int closed;
        try (ServerSocket socket = listening()) {
            closed = socket.getLocalPort();
        }
        tellsThatSearchIsAway(closed);
    }

    @Test
    void tellsInTimeWhenItHangs() throws Exception {
        try (ServerSocket silent = listening()) {
            tellsThatSearchIsAway(silent.getLocalPort());
        }
    }

    @Test
    void tellsAlsoThoseWhoWaitForAConnection() throws Exception {
        try (ServerSocket silent = listening();
                RunningService service = searching(silent.getLocalPort(), "sluice.elasticsearch.connections=1");
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> search = () -> service.get("/products").status();
            for (Future<Integer> status : clients.invokeAll(Collections.nCopies(20, search))) {
                assertThat(status.get()).isEqualTo(503);
            }
        }
    }

    private static void tellsThatSearchIsAway(int port) throws Exception {
        try (RunningService service = searching(port, "sluice.elasticsearch.connections=8")) {
            for (String path : List.of("/admin/orders", "/products?q=mug", "/customers/ada/orders")) {
                Answer answer = service.get(path);
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.contentType()).isEqualTo("application/problem+json");
                assertThat(answer.retryAfter()).isEqualTo("2");
            }
            assertThat(service.get("/health/ready").status()).isEqualTo(503);
            assertThat(service.get("/health/ready").body().get("reason").asString())
                    .contains("Elasticsearch");
            assertThat(service.get("/health/live").status()).isEqualTo(200);
        }
    }

    private static RunningService searching(int port, String property) {
        String url = "sluice.elasticsearch.url=http://127.0.0.1:" + port;
        return RunningService.with(FirstGeneration.class, url, "sluice.elasticsearch.timeout=" + TIMEOUT, property);
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }
}
