package dev.sluice.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.edge.harness.Bystander;
import dev.sluice.edge.harness.Footprint;
import dev.sluice.edge.harness.Fuzz;
import dev.sluice.edge.harness.Issuer;
import dev.sluice.edge.harness.RawClient;
import dev.sluice.edge.harness.RawClient.Heard;
import dev.sluice.edge.harness.Shelf;
import dev.sluice.edge.harness.Views;
import dev.sluice.schemas.message.Ids;
import dev.sluice.schemas.view.Projection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The edge under attack: whoever else asks gets right answers, and soon; and afterwards nothing is left of the attack. More
 * random bytes with {@code -Dsluice.abuse.seconds=60}, others with {@code -Dsluice.abuse.seed=…}.
 */
@Isolated
class AbuseIT {
    private static final Logger LOG = LoggerFactory.getLogger(AbuseIT.class);
    private static final int SECONDS = Integer.getInteger("sluice.abuse.seconds", 10);
    private static final long SEED = Long.getLong("sluice.abuse.seed", 4_711);

    /** What a busy machine may do to anybody, attack or not. */
    private static final Duration SOON = Duration.ofMillis(400);

    private static final long MEGABYTE = 1 << 20;
    private static final int ATTACKERS = 500;
    private static final Duration IDLE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String GET = "GET / HTTP/1.1\r\nHost: x\r\n";
    private static final String POST = "POST /orders HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

    private static final Issuer ISSUER = new Issuer();
    private static final Shelf SHELF = Shelf.complete();
    private static final RunningEdge EDGE = new RunningEdge(Map.of(
            "sluice.issuer.url", ISSUER.url(),
            "sluice.edge.connections.idle", "2s",
            "sluice.edge.connections.body-time", "2s",
            "sluice.edge.connections.stalled", "2s",
            "sluice.edge.connections.linger", "1s"));

    private final String sku = "s-" + Ids.next();
    private final Bystander bystander;

    AbuseIT() {
        EDGE.awaitReady();
        SHELF.put(Projection.PRODUCT_PAGE, sku, 1, Views.product(sku));
        String path = "/products/" + sku;
        bystander = new Bystander(EDGE.api(), path, EDGE.api().get(path).body());
    }

    @AfterAll
    static void stop() {
        EDGE.close();
        ISSUER.close();
    }

    @Test
    void headsThatComeByteByByte() {
        withstand(() -> dribble(
                GET,
                "A: " + "b".repeat(10_000),
                heard -> assertThat(heard.closed()).isTrue()));
    }

    @Test
    void bodiesThatComeByteByByte() {
        withstand(() -> dribble(
                POST + "Content-Length: 50000\r\n\r\n",
                " ".repeat(49_000),
                heard -> assertThat(heard.status()).isEqualTo(408)));
    }

    @Test
    void chunksThatComeByteByByte() {
        withstand(() -> dribble(
                POST + "Transfer-Encoding: chunked\r\n\r\n",
                "1\r\n \r\n".repeat(20_000),
                heard -> assertThat(heard.status()).isEqualTo(408)));
    }

    @Test
    void clientsThatReadNothing() {
        String many = ("GET /products/" + sku + " HTTP/1.1\r\nHost: x\r\n\r\n").repeat(2_000);
        withstand(() -> {
            List<RawClient> clients = clients(50);
            List<Thread> sending = clients.stream()
                    .map(client -> Thread.startVirtualThread(() -> {
                        while (client.send(many)) {
                            Thread.onSpinWait();
                        }
                    }))
                    .toList();
            sending.forEach(AbuseIT::join);
            clients.forEach(RawClient::close);
        });
    }

    @Test
    void heads() {
        withstand(() -> IntStream.range(0, 100).forEach(_ -> {
            assertThat(endless(GET, "A: " + "b".repeat(1_000) + "\r\n").status())
                    .isEqualTo(431);
            assertThat(endless(GET, "A: b\r\n").status()).isEqualTo(431);
            assertThat(endless(GET + "A: ", "b".repeat(1_000)).status()).isEqualTo(431);
            assertThat(endless("GET /", "b".repeat(1_000)).status()).isEqualTo(414);
        }));
    }

    @Test
    void hugeBodies() {
        withstand(() -> {
            try (RawClient patient = new RawClient(EDGE.api().port())) {
                patient.send(POST + "Content-Length: 1073741824\r\n\r\n");
                assertThat(patient.hear(PATIENCE).status()).isEqualTo(413);
            }
            inParallel(20, _ -> {
                String megabyte = " ".repeat((int) MEGABYTE);
                flood(POST + "Content-Length: 1073741824\r\n\r\n", megabyte, 1024);
                flood(POST + "Transfer-Encoding: chunked\r\n\r\n", "100000\r\n" + megabyte + "\r\n", 1024);
                flood("GET /nothing HTTP/1.1\r\nHost: x\r\nContent-Length: 1073741824\r\n\r\n", megabyte, 1024);
            });
        });
    }

    @Test
    void randomBytes() {
        long until = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        withstand(() -> inParallel(8, worker -> {
            Fuzz fuzz = new Fuzz(SEED + worker, sound());
            while (System.nanoTime() < until) {
                byte[] bytes = fuzz.next();
                try (RawClient client = new RawClient(EDGE.api().port())) {
                    client.send(bytes);
                    String answer = client.hear(Duration.ofMillis(20)).text();
                    String sent = new String(bytes, StandardCharsets.ISO_8859_1);
                    if (!answer.isEmpty() && !isSound(answer, sent)) {
                        wrong.add(answer + " to " + sent);
                    }
                }
            }
        }));
        assertThat(wrong).as("seed %d", SEED).isEmpty();
    }

    /** Who begins with the preface of HTTP/2 is answered in frames, of which the first is SETTINGS (RFC 9113, 3.4 and 6.5). */
    private static boolean isSound(String answer, String sent) {
        return sent.startsWith("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")
                ? answer.length() > 3 && answer.charAt(3) == 4
                : answer.startsWith("HTTP/1.1 ") && !answer.contains("HTTP/1.1 500");
    }

    private List<String> sound() {
        String token = "Authorization: Bearer " + ISSUER.role("admin") + "\r\n";
        String order = "{\"customerId\":\"c\",\"lines\":[{\"sku\":\"" + sku + "\",\"quantity\":1}]}";
        String stock = "{\"onHand\": 5}";
        return List.of(
                "GET /products/" + sku + " HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nIf-None-Match: \"a\"\r\n\r\n",
                "GET /products?q=mug&category=Kitchen HTTP/1.1\r\nHost: x\r\n\r\n",
                "HEAD / HTTP/1.1\r\nHost: x\r\nCookie: a=b; c=d\r\n\r\n",
                "GET /orders/" + Ids.next() + "/events HTTP/1.1\r\nHost: x\r\n" + token + "Last-Event-ID: 1\r\n\r\n",
                POST + token + "Idempotency-Key: \"" + Ids.next() + "\"\r\nPrefer: wait=1\r\nContent-Length: "
                        + order.length() + "\r\n\r\n" + order,
                POST + token + "Idempotency-Key: k\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + Integer.toHexString(order.length()) + ";a=b\r\n" + order + "\r\n0\r\nA: b\r\n\r\n",
                "PUT /admin/stock/" + sku + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + token
                        + "Content-Length: " + stock.length() + "\r\n\r\n" + stock);
    }

    /** Runs the attack beside the bystander, and looks at what it leaves behind. */
    private void withstand(Runnable attack) {
        Bystander.Seen before = bystander.ask(1_000);
        int connections = EDGE.connections();
        Footprint calm = Footprint.now();

        Bystander.Seen during = bystander.during(attack);

        LOG.info("before {}, during {}", before, during);
        assertThat(during.wrong()).isEmpty();
        assertThat(during.answers()).isGreaterThan(50);
        assertThat(during.p99()).isLessThan(longer(before.p99().multipliedBy(2), SOON));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(EDGE.connections()).isLessThanOrEqualTo(connections));
        await().atMost(PATIENCE).untilAsserted(() -> {
            Footprint after = Footprint.now();
            assertThat(after.files()).isLessThan(calm.files() + 20);
            assertThat(after.pinned()).isLessThan(calm.pinned() + MEGABYTE);
            assertThat(after.reserved()).isLessThan(calm.reserved() + 64 * MEGABYTE);
            assertThat(after.heap()).isLessThan(calm.heap() + 32 * MEGABYTE);
        });
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Many connections that send the start at once and then byte after byte, until the edge has ended them all. */
    private static void dribble(String start, String rest, Consumer<Heard> check) {
        List<RawClient> clients = clients(ATTACKERS);
        clients.forEach(client -> client.send(start));
        await().atMost(IDLE).until(() -> EDGE.connections() > ATTACKERS);
        long allowed = IDLE.multipliedBy(5).toNanos() + System.nanoTime();
        List<RawClient> sending = new ArrayList<>(clients);
        // Few that are left send quickly: what comes to its end here waits for the edge's answer like one that sends no
        // more.
        for (int i = 0; i < rest.length() && !sending.isEmpty(); i++) {
            assertThat(System.nanoTime())
                    .as("still takes from %d", sending.size())
                    .isLessThan(allowed);
            String next = rest.substring(i, i + 1);
            sending.removeIf(client -> !client.send(next));
        }
        clients.forEach(client -> check.accept(client.hear(PATIENCE)));
        clients.forEach(RawClient::close);
    }

    /** Sends the same over and over until it is answered or cut. */
    private static Heard endless(String start, String more) {
        try (RawClient client = new RawClient(EDGE.api().port())) {
            client.send(start + more.repeat(40 * 1024 / more.length() + 1));
            return client.hear(PATIENCE);
        }
    }

    private static void flood(String start, String more, int times) {
        try (RawClient client = new RawClient(EDGE.api().port())) {
            client.send(start);
            long taken =
                    IntStream.range(0, times).takeWhile(_ -> client.send(more)).count();
            assertThat(taken).as("megabytes taken").isLessThan(64);
        }
    }

    private static List<RawClient> clients(int many) {
        return Stream.generate(() -> new RawClient(EDGE.api().port()))
                .limit(many)
                .toList();
    }

    private static void inParallel(int workers, Consumer<Integer> work) {
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        List<Thread> threads = IntStream.range(0, workers)
                .mapToObj(worker -> Thread.ofVirtual()
                        .uncaughtExceptionHandler((_, failure) -> failures.add(failure))
                        .start(() -> work.accept(worker)))
                .toList();
        threads.forEach(AbuseIT::join);
        assertThat(failures).isEmpty();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
