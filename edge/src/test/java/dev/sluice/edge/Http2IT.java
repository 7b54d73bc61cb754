package dev.sluice.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.edge.harness.Frames;
import dev.sluice.edge.harness.Frames.Frame;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS, and HTTP/2 with it and without. */
class Http2IT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int BAD_REQUEST = 0x8c;
    private static final int OK = 0x88;

    @TempDir
    private static Path directory;

    private static X509Bundle first;
    private static RunningEdge edge;

    @BeforeAll
    static void start() throws Exception {
        first = certificate();
        put(first);
        edge = new RunningEdge(Map.of(
                "sluice.edge.tls.certificate",
                directory.resolve("edge.pem").toString(),
                "sluice.edge.tls.key",
                directory.resolve("edge.key").toString(),
                "sluice.edge.tls.port",
                "0",
                "sluice.edge.tls.look",
                "100ms"));
        edge.awaitReady();
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    private static X509Bundle certificate() throws Exception {
        return new CertificateBuilder()
                .subject("CN=localhost")
                .addSanDnsName("localhost")
                .setIsCertificateAuthority(true)
                .ecp256()
                .buildSelfSigned();
    }

    private static void put(X509Bundle bundle) throws IOException {
        Files.writeString(directory.resolve("edge.key"), bundle.getPrivateKeyPEM());
        Files.writeString(directory.resolve("edge.pem"), bundle.getCertificatePathPEM());
    }

    private static HttpClient trusting(X509Bundle bundle, HttpClient.Version version) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("edge", bundle.getCertificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().version(version).sslContext(tls).build();
    }

    private static HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + edge.securePort() + path))
                .timeout(PATIENCE)
                .build();
    }

    @Test
    void speaksWhatIsAgreedOnInTheHandshake() throws Exception {
        for (HttpClient.Version version : HttpClient.Version.values()) {
            if (version.name().startsWith("HTTP_1") || version == HttpClient.Version.HTTP_2) {
                try (HttpClient client = trusting(first, version)) {
                    HttpResponse<String> answer = client.send(request("/health/ready"), BodyHandlers.ofString());
                    assertThat(answer.version()).isEqualTo(version);
                    assertThat(answer.statusCode()).isEqualTo(200);
                }
            }
        }
    }

    @Test
    void answersManyStreamsOfOneConnection() throws Exception {
        try (HttpClient client = trusting(first, HttpClient.Version.HTTP_2)) {
            List<CompletableFuture<Integer>> asked = IntStream.range(0, 500)
                    .mapToObj(i -> client.sendAsync(request("/health/live?" + i), BodyHandlers.ofString())
                            .thenApply(HttpResponse::statusCode))
                    .toList();
            assertThat(asked).extracting(CompletableFuture::join).containsOnly(200);
        }
        assertThat(edge.api().get("/health/ready").status()).isEqualTo(200);
    }

    @Test
    void newConnectionsGetTheNewCertificateAndABrokenOneChangesNothing() throws Exception {
        X509Bundle second = certificate();
        try (HttpClient old = trusting(first, HttpClient.Version.HTTP_2)) {
            assertThat(old.send(request("/health/ready"), BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
            Files.writeString(directory.resolve("edge.pem"), "no certificate");
            put(second);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(presented()).isEqualTo(second.getCertificate()));
            assertThat(old.send(request("/health/ready"), BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            put(first);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(presented()).isEqualTo(first.getCertificate()));
        }
    }

    private static Certificate presented() throws Exception {
        SSLContext blind = SSLContext.getInstance("TLS");
        blind.init(null, new javax.net.ssl.TrustManager[] {new Anybody()}, null);
        try (var socket =
                (javax.net.ssl.SSLSocket) blind.getSocketFactory().createSocket("localhost", edge.securePort())) {
            socket.startHandshake();
            return socket.getSession().getPeerCertificates()[0];
        }
    }

    private static final class Anybody extends javax.net.ssl.X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    @Test
    void isSpokenByPriorKnowledgeWithoutTls() throws IOException {
        try (Frames client = new Frames(edge.api().port())) {
            client.get(1, "/health/ready");
            client.get(3, "/health/ready");
            assertThat(client.answer(1)).isEqualTo(OK);
            assertThat(client.answer(3)).isEqualTo(OK);
        }
    }

    @Test
    void theFirstBytesMayComeOneByOne() throws IOException {
        try (Frames client = Frames.slowly(edge.api().port())) {
            client.get(1, "/health/ready");
            assertThat(client.answer(1)).isEqualTo(OK);
        }
    }

    @Test
    void whoResetsWhatItAsksForIsSentAway() throws IOException {
        try (Frames client = new Frames(edge.api().port())) {
            Frame last = client.until(Frame::isGoAway, stream -> {
                client.get(stream, "/products/none");
                client.reset(stream);
            });
            assertThat(last.error()).as("ENHANCE_YOUR_CALM").isEqualTo(0xb);
            assertThat(client.isEnded()).isTrue();
        }
        assertThat(edge.api().get("/health/ready").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16_000})
    void endlessFieldsEndTheConnection(int portion) throws IOException {
        try (Frames client = new Frames(edge.api().port())) {
            client.headersWithoutEnd(1, "/health/ready");
            Frame last = client.until(Frame::isGoAway, _ -> client.continuation(1, new byte[portion]));
            assertThat(last.error()).isNotZero();
            assertThat(client.isEnded()).isTrue();
        }
        assertThat(edge.api().get("/health/ready").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a b", "/a\r\nHost: evil", "/a\u0000", ""})
    void aPathThatIsNoneIsRefused(String path) throws IOException {
        try (Frames client = new Frames(edge.api().port())) {
            client.get(1, path);
            assertThat(client.answer(1)).isIn(BAD_REQUEST, Frames.RESET);
            client.get(3, "/health/ready");
            assertThat(client.answer(3)).isEqualTo(OK);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-note: a\r\nx-evil: b",
                "x-note: a\nb",
                "x-note: \u0000",
                "X-Note: a",
                "x note: a",
                "transfer-encoding: chunked",
                "connection: close",
                "content-length: 5",
                "host: other"
            })
    void aFieldThatWouldBeAnotherRequestInHttp1IsRefused(String field) throws IOException {
        try (Frames client = new Frames(edge.api().port())) {
            client.get(1, "/health/ready", field);
            assertThat(client.answer(1)).isIn(BAD_REQUEST, Frames.RESET, Frames.GONE);
        }
        assertThat(edge.api().get("/health/ready").status()).isEqualTo(200);
    }

    @Test
    void whenTheEdgeStopsItSaysSo() throws IOException {
        RunningEdge brief = new RunningEdge(Map.of());
        brief.awaitReady();
        try (Frames client = new Frames(brief.api().port())) {
            client.get(1, "/health/ready");
            assertThat(client.answer(1)).isEqualTo(OK);
            brief.close();
            assertThat(client.next(Frame::isGoAway).error()).isZero();
            assertThat(client.isEnded()).isTrue();
        }
    }
}
