package dev.sluice.edge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.edge.exchange.Exchange;
import dev.sluice.edge.http.Answer;
import dev.sluice.edge.http.Handler;
import dev.sluice.edge.http.Outlet;
import dev.sluice.edge.http.Request;
import dev.sluice.edge.http1.RequestDecoder;
import dev.sluice.edge.http1.ResponseEncoder;
import dev.sluice.edge.routing.Route;
import dev.sluice.edge.routing.Router;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionTest {
    private static final Conduct CONDUCT = new Conduct(
            256, 512, Duration.ofSeconds(60), Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(2));
    private static final String HOST = "Host: x\r\n";

    private final List<CompletableFuture<Answer>> held = new ArrayList<>();
    private final List<Outlet> outlets = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private final List<Exchange> ended = new ArrayList<>();
    private final EmbeddedChannel channel = new EmbeddedChannel();

    ConnectionTest() {
        Router router = new Router(List.of(
                Route.get("/now/{id}", request -> text(request.parameter("id")).now()),
                Route.get("/held", this::hold),
                Route.get(
                        "/stream",
                        _ -> Answer.stream(HttpResponseStatus.OK, outlets::add).now()),
                Route.get("/broken", _ -> {
                    throw new IllegalStateException("on purpose");
                }),
                Route.post("/echo", 16, echo())));
        channel.config().setAutoRead(false);
        channel.freezeTime();
        channel.pipeline()
                .addLast(new RequestDecoder(CONDUCT.maxRequestLine(), CONDUCT.maxHeaders()))
                .addLast(new ResponseEncoder())
                .addLast(new Connection(
                        new Entrance(Door.OPEN, router),
                        CONDUCT,
                        new Answers(new HttpDate(Clock.systemUTC())),
                        ended::add));
        channel.pipeline().fireChannelActive();
    }

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void answersPipelinedRequestsInOrder() {
        send("GET /held HTTP/1.1\r\n" + HOST + "\r\nGET /now/2 HTTP/1.1\r\n" + HOST + "\r\n");
        assertThat(received()).isEmpty();

        held.getFirst().complete(text("1"));

        assertThat(received()).containsSubsequence("HTTP/1.1 200 OK", "\r\n\r\n1HTTP/1.1 200 OK", "\r\n\r\n2");
    }

    @Test
    void answersAThousandPipelinedRequests() {
        send(("GET /now/1 HTTP/1.1\r\n" + HOST + "\r\n").repeat(5_000));

        assertThat(received().split("HTTP/1.1 200 OK", -1)).hasSize(5_001);
    }

    @Test
    void doesNotReadAheadOfTheWork() {
        send("GET /held HTTP/1.1\r\n" + HOST + "\r\nGET /held HTTP/1.1\r\n" + HOST + "\r\n");

        assertThat(held).hasSize(1);
        held.getFirst().complete(text("1"));
        assertThat(held).hasSize(2);
    }

    @Test
    void readsChunkedBodies() {
        send("POST /echo HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");

        assertThat(bodies).containsExactly("abcde");
    }

    @Test
    void waitsForTheBodyOnlyWhereItMayBeSent() {
        send("POST /echo HTTP/1.1\r\n" + HOST + "Content-Length: 3\r\nExpect: 100-continue\r\n\r\n");
        assertThat(received()).startsWith("HTTP/1.1 100 Continue");
        send("abc");
        assertThat(received()).startsWith("HTTP/1.1 200 OK");

        send("POST /echo HTTP/1.1\r\n" + HOST + "Content-Length: 300\r\nExpect: 100-continue\r\n\r\n");
        assertThat(received()).startsWith("HTTP/1.1 413 ");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "too long a body           | 413 | POST /echo HTTP/1.1~Host: x~Content-Length: 17~~",
                "chunks that grow too long | 413 | POST /echo HTTP/1.1~Host: x~Transfer-Encoding: chunked~~11~12345678901234567~0~~",
                "no such path              | 404 | POST /nothing HTTP/1.1~Host: x~Content-Length: 2~~{}",
                "another method            | 405 | DELETE /echo HTTP/1.1~Host: x~Content-Length: 2~~{}",
                "no host                   | 400 | GET /now/1 HTTP/1.1~~",
                "two hosts                 | 400 | GET /now/1 HTTP/1.1~Host: x~Host: y~~",
                "two lengths               | 400 | POST /echo HTTP/1.1~Host: x~Content-Length: 2~Content-Length: 3~~{}",
                "length and chunks         | 400 | POST /echo HTTP/1.1~Host: x~Content-Length: 2~Transfer-Encoding: chunked~~2~{}~0~~",
                "another coding            | 501 | POST /echo HTTP/1.1~Host: x~Transfer-Encoding: gzip, chunked~~2~{}~0~~",
                "negative length           | 400 | POST /echo HTTP/1.1~Host: x~Content-Length: -1~~",
                "space before the colon    | 400 | GET /now/1 HTTP/1.1~Host : x~~",
                "bare line feed in header  | 400 | GET /now/1 HTTP/1.1~Host: x~A: b\u000bc~~",
                "no HTTP                   | 400 | \u0016\u0003\u0001 nonsense~~",
                "HTTP/2 by surprise        | 505 | PRI * HTTP/2.0~~SM~~",
                "another expectation       | 417 | POST /echo HTTP/1.1~Host: x~Expect: tea~Content-Length: 2~~{}",
                "broken percent-encoding   | 400 | GET /now/%zz HTTP/1.1~Host: x~~",
                "target without a path     | 400 | GET now HTTP/1.1~Host: x~~",
            })
    void refusesWithAProblem(String name, String status, String request) {
        send(request.replace("~", "\r\n"));

        assertThat(received())
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("content-type: application/problem+json")
                .contains("\"status\":" + status);
    }

    @Test
    void refusesALongRequestLine() {
        send("GET /now/" + "x".repeat(300) + " HTTP/1.1\r\n" + HOST + "\r\n");

        assertThat(received()).startsWith("HTTP/1.1 414 ").contains("\"status\":414");
        assertThat(channel.isActive()).isFalse();
    }

    @Test
    void refusesLargeHeaders() {
        send("GET /now/1 HTTP/1.1\r\n" + HOST + "A: " + "x".repeat(600) + "\r\n\r\n");

        assertThat(received()).startsWith("HTTP/1.1 431 ").contains("\"status\":431");
    }

    @Test
    void goesOnAfterARefusalThatLeavesNothingUnread() {
        send("GET /nothing HTTP/1.1\r\n" + HOST + "\r\nPUT /echo HTTP/1.1\r\n" + HOST + "\r\nGET /now/7 HTTP/1.1\r\n"
                + HOST + "\r\n");

        assertThat(received())
                .containsSubsequence("HTTP/1.1 404", "HTTP/1.1 405", "allow: POST", "HTTP/1.1 200", "\r\n\r\n7");
        assertThat(channel.isActive()).isTrue();
    }

    @Test
    void aFailureIsA500ThatTellsNothing() {
        send("GET /broken HTTP/1.1\r\n" + HOST + "\r\n");

        assertThat(received())
                .startsWith("HTTP/1.1 500 ")
                .contains("urn:trace:")
                .doesNotContain("on purpose");
    }

    @Test
    void headHasTheHeadersOfGetAndNoBody() {
        send("HEAD /now/1 HTTP/1.1\r\n" + HOST + "\r\n");

        assertThat(received())
                .startsWith("HTTP/1.1 200 ")
                .contains("content-length: 1")
                .endsWith("\r\n\r\n");
    }

    @Test
    void closesWhereTheClientAsksForIt() {
        send("GET /now/1 HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n");

        assertThat(received()).contains("connection: close");
        assertThat(channel.isActive()).isFalse();
    }

    @Test
    void keepsAnHttp10ConnectionOnlyWhereAsked() {
        send("GET /now/1 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        assertThat(received()).contains("connection: keep-alive");
        assertThat(channel.isActive()).isTrue();

        send("GET /now/1 HTTP/1.0\r\n\r\n");
        assertThat(received()).contains("connection: close");
        assertThat(channel.isActive()).isFalse();
    }

    @Test
    void streamsInChunks() {
        send("GET /stream HTTP/1.1\r\n" + HOST + "\r\nGET /now/2 HTTP/1.1\r\n" + HOST + "\r\n");
        outlets.getFirst().write(Unpooled.copiedBuffer("abc", StandardCharsets.UTF_8));
        assertThat(received()).contains("transfer-encoding: chunked").endsWith("\r\n\r\n3\r\nabc\r\n");

        outlets.getFirst().end();
        assertThat(received()).startsWith("0\r\n\r\nHTTP/1.1 200 OK").endsWith("\r\n\r\n2");
    }

    @Test
    void tellsWhenTheClientHasGone() {
        List<String> told = new ArrayList<>();
        send("GET /stream HTTP/1.1\r\n" + HOST + "\r\n");
        outlets.getFirst().whenGone(() -> told.add("gone"));

        var _ = channel.close();

        assertThat(told).containsExactly("gone");
    }

    @Test
    void closesWhenIdle() {
        send("GET /now/1 HTTP/1.1\r\n" + HOST + "\r\n");
        pass(Duration.ofSeconds(50));
        assertThat(channel.isActive()).isTrue();

        pass(Duration.ofSeconds(12));
        assertThat(channel.isActive()).isFalse();
    }

    @Test
    void givesUpABodyThatDoesNotCome() {
        send("POST /echo HTTP/1.1\r\n" + HOST + "Content-Length: 3\r\n\r\na");
        pass(Duration.ofSeconds(32));

        assertThat(received()).startsWith("HTTP/1.1 408 ").contains("connection: close");
    }

    @Test
    void finishesWhatIsUnderWayWhenDraining() {
        send("GET /held HTTP/1.1\r\n" + HOST + "\r\n");
        channel.pipeline().fireUserEventTriggered(Connection.DRAIN);
        assertThat(channel.isActive()).isTrue();

        held.getFirst().complete(text("done"));

        assertThat(received()).contains("connection: close").endsWith("done");
        assertThat(channel.isActive()).isFalse();
    }

    @Test
    void closesIdleConnectionsWhenDraining() {
        channel.pipeline().fireUserEventTriggered(Connection.DRAIN);

        assertThat(channel.isActive()).isFalse();
    }

    @Test
    void tellsOfEachRequestOnce() {
        send("HEAD /now/1 HTTP/1.1\r\n" + HOST + "\r\nGET /nothing?secret HTTP/1.1\r\n" + HOST
                + "\r\nGET /stream HTTP/1.1\r\n" + HOST + "\r\nGET /now HTTP\r\n\r\n");
        outlets.getFirst().write(Unpooled.copiedBuffer("abc", StandardCharsets.UTF_8));
        channel.advanceTimeBy(5, TimeUnit.MILLISECONDS);
        outlets.getFirst().end();

        assertThat(ended)
                .extracting(Exchange::method, Exchange::route, Exchange::status, Exchange::bytes, Exchange::whole)
                .startsWith(tuple("HEAD", "/now/{id}", 200, 0L, true))
                .contains(tuple("GET", "/stream", 200, 3L, true))
                .satisfies(all -> assertThat(all.get(1).toList())
                        .startsWith(Exchange.UNKNOWN, Exchange.UNKNOWN, 404)
                        .endsWith(true))
                .satisfies(all -> assertThat(all.get(3).toList()).startsWith(Exchange.UNKNOWN, Exchange.UNKNOWN, 400))
                .hasSize(4);
        assertThat(ended.get(0).trace()).isNotNull();
        assertThat(ended.get(2).nanos()).isEqualTo(Duration.ofMillis(5).toNanos());
    }

    @Test
    void tellsOfThoseWhoDoNotWaitForTheirAnswer() {
        send("GET /held HTTP/1.1\r\n" + HOST + "\r\n");

        var _ = channel.close();

        assertThat(ended).singleElement().satisfies(exchange -> {
            assertThat(exchange.status()).isEqualTo(Exchange.LEFT);
            assertThat(exchange.whole()).isFalse();
        });
    }

    private CompletableFuture<Answer> hold(Request request) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        held.add(answer);
        return answer;
    }

    private Handler echo() {
        return request -> {
            bodies.add(new String(request.body(), StandardCharsets.UTF_8));
            return text("ok").now();
        };
    }

    private static Answer text(String body) {
        return Answer.of(HttpResponseStatus.OK, "text/plain", body.getBytes(StandardCharsets.UTF_8));
    }

    private void send(String bytes) {
        channel.writeInbound(Unpooled.copiedBuffer(bytes, StandardCharsets.ISO_8859_1));
        channel.runPendingTasks();
    }

    private void pass(Duration time) {
        channel.advanceTimeBy(time.toMillis(), TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }

    private String received() {
        channel.runPendingTasks();
        StringBuilder all = new StringBuilder();
        for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
            all.append(part.toString(StandardCharsets.UTF_8));
            part.release();
        }
        return all.toString();
    }
}
