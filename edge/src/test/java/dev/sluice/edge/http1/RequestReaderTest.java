package dev.sluice.edge.http1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.edge.harness.Fuzz;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Held against Netty's decoder, which many years of attacks have made sound: what is a request for us is the same one for it, to the
 * last byte of its body, however the bytes arrive. The other way round is not wanted, as we refuse more.
 */
class RequestReaderTest {
    private static final int ROUNDS = Integer.getInteger("sluice.fuzz.rounds", 40_000);
    private static final long SEED = Long.getLong("sluice.fuzz.seed", 4_711);
    private static final int LINE = 8 * 1024;
    private static final int FIELDS = 16 * 1024;
    private static final List<String> SOUND = List.of(
            "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
            "HEAD /products/a?b=c HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nIf-None-Match: \"a\"\r\n\r\n",
            "POST /orders HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello",
            "PUT /a HTTP/1.0\r\nContent-Length: 5\r\nConnection: keep-alive\r\n\r\nhello",
            "POST /orders HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n1\r\n!\r\n0\r\nA: b\r\n\r\n",
            "GET /a HTTP/1.1\r\nhost: x\r\nCookie: a=b; c=d\r\nUser-Agent:\tM\u00e9 \r\nConnection: close\r\n\r\n");

    /** One that was read to its end. */
    private record Read(String head, List<String> fields, String body) {}

    /** @param broken whether something came that is no request */
    private record Seen(List<Read> requests, boolean broken) {}

    @Test
    void readsNothingOtherwiseThanNetty() {
        Fuzz fuzz = new Fuzz(SEED, SOUND);
        int understood = 0;
        int broken = 0;
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = fuzz.next();
            Seen ours = ours(bytes, List.of(bytes.length));
            Seen theirs = theirs(bytes);
            understood += ours.requests.size();
            broken += ours.broken ? 1 : 0;
            assertThat(theirs.requests.stream().limit(ours.requests.size()).toList())
                    .as("seed %d, round %d: %s", SEED, i, latin(bytes))
                    .isEqualTo(ours.requests);
            if (!ours.broken) {
                assertThat(theirs)
                        .as("seed %d, round %d: %s", SEED, i, latin(bytes))
                        .isEqualTo(ours);
            }
        }
        assertThat(understood).isGreaterThan(ROUNDS / 8);
        assertThat(broken).isGreaterThan(ROUNDS / 4);
    }

    @Test
    void readsTheSameHoweverTheBytesArrive() {
        Fuzz fuzz = new Fuzz(SEED + 1, SOUND);
        Random random = new Random(SEED);
        for (int i = 0; i < ROUNDS / 4; i++) {
            byte[] bytes = fuzz.next();
            List<Integer> cuts = new ArrayList<>();
            for (int at = 0; at < bytes.length; ) {
                at = Math.min(bytes.length, at + 1 + random.nextInt(random.nextBoolean() ? 3 : 200));
                cuts.add(at);
            }
            assertThat(ours(bytes, cuts))
                    .as("seed %d, round %d: %s", SEED, i, latin(bytes))
                    .isEqualTo(ours(bytes, List.of(bytes.length)));
        }
    }

    @Test
    void givesAWholeRequestInOnePiece() {
        List<HttpObject> objects = new ArrayList<>();
        byte[] bytes = SOUND.get(2).repeat(3).getBytes(StandardCharsets.ISO_8859_1);

        new RequestReader(LINE, FIELDS).read(bytes, 0, bytes.length, objects::add);

        assertThat(objects)
                .hasSize(3)
                .allSatisfy(object ->
                        assertThat(object).isInstanceOf(HttpRequest.class).isInstanceOf(LastHttpContent.class));
    }

    /** @param cuts where one arrival ends and the next begins */
    private static Seen ours(byte[] bytes, List<Integer> cuts) {
        RequestReader reader = new RequestReader(LINE, FIELDS);
        List<HttpObject> objects = new ArrayList<>();
        int from = 0;
        for (int to : cuts) {
            byte[] arrived = Arrays.copyOfRange(bytes, 0, to);
            from = reader.read(arrived, from, to, objects::add);
        }
        return seen(objects);
    }

    private static Seen theirs(byte[] bytes) {
        EmbeddedChannel channel = new EmbeddedChannel(new HttpRequestDecoder(
                new HttpDecoderConfig().setMaxInitialLineLength(LINE).setMaxHeaderSize(FIELDS)));
        channel.writeInbound(Unpooled.wrappedBuffer(bytes));
        List<HttpObject> objects = new ArrayList<>();
        for (HttpObject one = channel.readInbound(); one != null; one = channel.readInbound()) {
            objects.add(one);
        }
        Seen seen = seen(objects);
        objects.forEach(ReferenceCountUtil::release);
        channel.finishAndReleaseAll();
        return seen;
    }

    private static Seen seen(List<HttpObject> objects) {
        List<Read> requests = new ArrayList<>();
        HttpRequest head = null;
        StringBuilder body = new StringBuilder();
        for (HttpObject object : objects) {
            if (object.decoderResult().isFailure()) {
                return new Seen(requests, true);
            }
            if (object instanceof HttpRequest begun) {
                head = begun;
                body.setLength(0);
            }
            if (object instanceof HttpContent part && head != null) {
                body.append(part.content().toString(StandardCharsets.ISO_8859_1));
                if (object instanceof LastHttpContent) {
                    requests.add(read(head, body.toString()));
                }
            }
        }
        return new Seen(requests, false);
    }

    private static Read read(HttpRequest head, String body) {
        List<String> fields = new ArrayList<>();
        head.headers()
                .iteratorCharSequence()
                .forEachRemaining(field -> fields.add(field.getKey() + "=" + field.getValue()));
        return new Read(head.method() + " " + head.uri() + " " + head.protocolVersion(), fields, body);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
