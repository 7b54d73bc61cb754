package dev.sluice.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.edge.harness.RawClient;
import dev.sluice.edge.harness.RawClient.Heard;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests whose end a proxy before us might see elsewhere than we do. Each carries another request where such a proxy would
 * find a part of the first; the edge must answer once and end the connection, so that the other one is never answered.
 */
@Execution(ExecutionMode.CONCURRENT)
class SmugglingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SILENCE = Duration.ofMillis(500);
    private static final String GET = "GET / HTTP/1.1\r\nHost: x\r\n";
    private static final String POST = "POST /orders HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    private static final String CHUNKED = POST + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String LAST = "0\r\n\r\n";
    private static final String OTHER = "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n";

    private static final RunningEdge EDGE = new RunningEdge(Map.of());

    SmugglingIT() {
        EDGE.awaitReady();
    }

    @AfterAll
    static void stop() {
        EDGE.close();
    }

    /** @param request followed by the other one */
    record Row(String name, int status, String request) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource({"lengths", "codings", "chunks", "lines", "fields", "firstLines"})
    void isRefusedOnceAndNothingBehindItIsRead(Row row) {
        try (RawClient client = new RawClient(EDGE.api().port())) {
            client.send(row.request + OTHER);
            Heard heard = client.hear(PATIENCE);

            assertThat(heard.closed()).as(heard.text()).isTrue();
            assertThat(heard.answers()).as(heard.text()).isEqualTo(1);
            assertThat(heard.status()).as(heard.text()).isEqualTo(row.status);
        }
    }

    @ParameterizedTest
    @MethodSource("odd")
    void whatIsOddButSoundEndsWhereItSays(Row row) {
        try (RawClient client = new RawClient(EDGE.api().port())) {
            client.send(row.request + OTHER);
            Heard heard = client.hear(SILENCE);

            assertThat(heard.status()).as(heard.text()).isEqualTo(row.status);
            assertThat(heard.answers()).as(heard.text()).isEqualTo(2);
            assertThat(heard.text()).contains("HTTP/1.1 200 OK");
        }
    }

    static Stream<Row> lengths() {
        return Stream.concat(
                Stream.of(
                                "+2",
                                "-2",
                                "2,2",
                                "2, 3",
                                "0x2",
                                "2a",
                                "",
                                "\uff12",
                                "99999999999999999999",
                                "2 3",
                                "2;",
                                "1e1",
                                "_2",
                                "2.0",
                                "\u000b2")
                        .map(length ->
                                new Row("length of " + length, 400, POST + "Content-Length: " + length + "\r\n\r\n{}")),
                Stream.of(
                        new Row("two lengths", 400, POST + "Content-Length: 2\r\nContent-Length: 0\r\n\r\n{}"),
                        new Row("a length twice", 400, POST + "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}"),
                        new Row("length, space", 400, POST + "Content-Length : 2\r\n\r\n{}"),
                        new Row("length and chunks", 400, length(4) + "Transfer-Encoding: chunked\r\n\r\n" + LAST),
                        new Row(
                                "chunks and length",
                                400,
                                POST + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n" + LAST),
                        new Row("1 GB", 413, length(1 << 30) + "\r\n")));
    }

    static Stream<Row> codings() {
        Stream<Row> unknown = Stream.of(
                        "xchunked",
                        "chunked, chunked",
                        "chunked, identity",
                        "identity",
                        "\u000bchunked",
                        "chunked\u000c",
                        "chunked\u0000",
                        "chunked;q=1",
                        "\"chunked\"",
                        "chunked,",
                        "gzip",
                        "")
                .map(coding ->
                        new Row("coding " + coding, 400, POST + "Transfer-Encoding: " + coding + "\r\n\r\n" + LAST));
        Stream<Row> others = Stream.of("gzip, chunked", ", chunked")
                .map(coding ->
                        new Row("coding " + coding, 501, POST + "Transfer-Encoding: " + coding + "\r\n\r\n" + LAST));
        String chunked = "Transfer-Encoding: chunked\r\n";
        return Stream.of(
                        unknown,
                        others,
                        Stream.of(
                                new Row("two codings", 400, POST + chunked + "Transfer-Encoding: x\r\n\r\n" + LAST),
                                new Row("a coding twice", 400, POST + chunked + chunked + "\r\n" + LAST),
                                new Row("coding, space", 400, POST + "Transfer-Encoding : chunked\r\n\r\n" + LAST),
                                new Row("coding, tab", 400, POST + "Transfer-Encoding\t: chunked\r\n\r\n" + LAST),
                                new Row("coding, folded", 400, POST + "Transfer-Encoding:\r\n chunked\r\n\r\n" + LAST),
                                new Row("length, folded", 400, POST + "Content-Length:\r\n 2\r\n\r\n{}"),
                                new Row("length, prolonged", 400, POST + "Content-Length: 1\r\n 2\r\n\r\n{}"),
                                new Row(
                                        "chunks to HTTP/1.0",
                                        400,
                                        CHUNKED.replace("HTTP/1.1", "HTTP/1.0")
                                                        .replace("Host", "Connection: keep-alive\r\nHost")
                                                + LAST)))
                .flatMap(rows -> rows);
    }

    static Stream<Row> chunks() {
        Stream<Row> sizes = Stream.of(
                        "FFFFFFFFFFFFFFFFF",
                        "80000000",
                        "FFFFFFFF",
                        "100000002",
                        "10000000000000002",
                        "0000000000000000000002",
                        "-2",
                        "0x2",
                        "+2",
                        " 2",
                        "2 ",
                        "",
                        "g",
                        ";a",
                        "2\r",
                        "2;a\rb",
                        "2;a\nb")
                .map(size -> new Row("size " + size, 400, CHUNKED + size + "\r\n{}\r\n" + LAST));
        return Stream.concat(
                sizes,
                Stream.of(
                        new Row("line feed after size", 400, CHUNKED + "2\n{}\r\n" + LAST),
                        new Row("line feed after chunk", 400, CHUNKED + "2\r\n{}\n" + LAST),
                        new Row("line feed at the end", 400, CHUNKED + "2\r\n{}\r\n0\r\n\n"),
                        new Row("nothing after chunk", 400, CHUNKED + "2\r\n{}" + LAST),
                        new Row("more than its size", 400, CHUNKED + "2\r\n{}{}\r\n" + LAST),
                        new Row("huge extension", 414, CHUNKED + "2;" + "x".repeat(100_000) + "\r\n{}\r\n" + LAST),
                        new Row("no trailer", 400, CHUNKED + "0\r\nA b\r\n\r\n"),
                        new Row("many trailers", 431, CHUNKED + "0\r\n" + "A: b\r\n".repeat(10_000) + "\r\n"),
                        new Row("endless", 413, CHUNKED + ("4000\r\n" + " ".repeat(0x4000) + "\r\n").repeat(40))));
    }

    static Stream<Row> lines() {
        return Stream.of(
                new Row("line feeds alone", 400, "GET / HTTP/1.1\nHost: x\n\n"),
                new Row("line feed after the first line", 400, "GET / HTTP/1.1\nHost: x\r\n\r\n"),
                new Row("line feed after a field", 400, GET + "A: b\nB: c\r\n\r\n"),
                new Row("line feed after the head", 400, GET + "\n"),
                new Row("line feed hides chunks", 400, POST + "A: b\nTransfer-Encoding: chunked\r\n\r\n" + LAST),
                new Row("carriage return in a field", 400, GET + "A: b\rB: c\r\n\r\n"),
                new Row("carriage return in the target", 400, "GET /\rx HTTP/1.1\r\nHost: x\r\n\r\n"),
                new Row("folded first field", 400, "GET / HTTP/1.1\r\n Host: x\r\n\r\n"),
                new Row("folded field", 400, GET + "A: b\r\n c\r\n\r\n"),
                new Row("folded coding", 400, length(5) + "A: x\r\n Transfer-Encoding: chunked\r\n\r\n" + LAST));
    }

    static Stream<Row> fields() {
        Stream<Row> lines = Stream.of(
                        "A(b: c",
                        "A b: c",
                        ": c",
                        "Abc",
                        "A\u00e9: c",
                        "A@: c",
                        "A : c",
                        "A\t: c",
                        "\"A\": c",
                        "[A]: b",
                        "A: b\u0007c",
                        "A: b\u0000c",
                        "A\u0000: b",
                        "A: \u007f")
                .map(line -> new Row("field " + line, 400, GET + line + "\r\n\r\n"));
        Stream<Row> hosts = Stream.of("x, y", "x y", "x/", "a@x", "http://x", "x?", "x#", "\u00e9", "x\\y")
                .map(host -> new Row("host " + host, 400, "GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n"));
        return Stream.concat(lines, hosts);
    }

    static Stream<Row> firstLines() {
        Stream<Row> old = Stream.of(
                        "GET /",
                        "GET / HTTP/1.10",
                        "GET / HTTP/01.1",
                        "GET / HTTP/1.1 x",
                        "GET /a b HTTP/1.1",
                        "GET / HTTP/1,1",
                        "GET / ICY/1.1",
                        "GET / HTTP/1",
                        "G@T / HTTP/1.1",
                        "GE\u0000T / HTTP/1.1")
                .map(line -> new Row(line, 400, line + "\r\nHost: x\r\n\r\n"));
        Stream<Row> versions = Stream.of("0.9", "1.2", "2.0")
                .map(version -> new Row(version, 505, "GET / HTTP/" + version + "\r\nHost: x\r\n\r\n"));
        return Stream.concat(old, versions);
    }

    static Stream<Row> odd() {
        return List.of(
                new Row("length with zero", 401, POST + "Content-Length: 02\r\n\r\n{}"),
                new Row("coding in capitals", 401, POST + "Transfer-Encoding: CHUNKED\r\n\r\n" + LAST),
                new Row("coding after a tab", 401, POST + "Transfer-Encoding: \tchunked \r\n\r\n" + LAST),
                new Row("chunk extension", 401, CHUNKED + "2;a=b\r\n{}\r\n" + LAST),
                new Row("trailers that would be heads", 401, CHUNKED + "0\r\nContent-Length: 99\r\nHost: y\r\n\r\n"),
                new Row("underscore", 411, POST + "Transfer_Encoding: chunked\r\n\r\n"),
                new Row("absolute form", 200, "GET http://y/ HTTP/1.1\r\nHost: x\r\n\r\n"),
                new Row("authority form", 400, "GET x:80 HTTP/1.1\r\nHost: x\r\n\r\n"),
                new Row("connect", 400, "CONNECT x:80 HTTP/1.1\r\nHost: x\r\n\r\n"),
                new Row("asterisk", 400, "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n"),
                new Row("empty lines first", 200, "\r\n\r\n" + GET + "\r\n"),
                new Row("no host in particular", 200, "GET / HTTP/1.1\r\nHost:\r\n\r\n"),
                new Row("host of IPv6", 200, "GET / HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n"),
                new Row("cleartext upgrade", 200, GET + "Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n"))
                .stream();
    }

    private static String length(int bytes) {
        return POST + "Content-Length: " + bytes + "\r\n";
    }
}
