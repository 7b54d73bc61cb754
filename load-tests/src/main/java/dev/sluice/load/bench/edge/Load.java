package dev.sluice.load.bench.edge;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The requests that a server is asked, over and over. */
final class Load {
    private static final String HOST = "Host: 127.0.0.1\r\n";

    private final String name;
    private final int expected;
    private final IntFunction<ByteBuffer> requests;
    private int number;

    /** @param expected the status of every answer */
    private Load(String name, int expected, IntFunction<ByteBuffer> requests) {
        this.name = name;
        this.expected = expected;
        this.requests = requests;
    }

    /** @param paths asked one after the other, and again */
    static Load pages(String name, List<String> paths, IntFunction<String> fields) {
        List<ByteBuffer> all = IntStream.range(0, paths.size())
                .mapToObj(i -> bytes("GET " + paths.get(i) + " HTTP/1.1\r\n" + HOST + fields.apply(i) + "\r\n"))
                .toList();
        return new Load(name, 200, i -> all.get(i % all.size()).duplicate());
    }

    /** @param body of the order with that number, and its fields */
    static Load orders(String name, IntFunction<String> fields, IntFunction<String> body) {
        return new Load(name, 202, i -> {
            String content = body.apply(i);
            return bytes("POST /orders HTTP/1.1\r\n" + HOST + "Content-Type: application/json\r\n" + fields.apply(i)
                    + "Content-Length: " + content.length() + "\r\n\r\n" + content);
        });
    }

    String name() {
        return name;
    }

    int expected() {
        return expected;
    }

    ByteBuffer next() {
        return requests.apply(number++ & Integer.MAX_VALUE);
    }

    private static ByteBuffer bytes(String ascii) {
        byte[] bytes = ascii.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }
}
