package dev.sluice.load.bench.edge;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The requests that a server is asked, over and over. */
final class Load {
    private static final String HOST = "Host: 127.0.0.1\r\n";

    private final String name;
    private final Set<Integer> expected;
    private final int number;
    private final IntFunction<ByteBuffer> requests;
    private int asked;

    /**
     * @param expected the statuses that answers have
     * @param number of requests; then there are no more
     */
    private Load(String name, Set<Integer> expected, int number, IntFunction<ByteBuffer> requests) {
        this.name = name;
        this.expected = Set.copyOf(expected);
        this.number = number;
        this.requests = requests;
    }

    /** @param paths asked one after the other, and again */
    static Load pages(String name, List<String> paths, IntFunction<String> fields) {
        List<ByteBuffer> all = IntStream.range(0, paths.size())
                .mapToObj(i -> bytes("GET " + paths.get(i) + " HTTP/1.1\r\n" + HOST + fields.apply(i) + "\r\n"))
                .toList();
        return new Load(
                name,
                Set.of(200),
                Integer.MAX_VALUE,
                i -> all.get(i % all.size()).duplicate());
    }

    /** @param body of the order with that number, and its fields */
    static Load orders(String name, IntFunction<String> fields, IntFunction<String> body) {
        return new Load(name, Set.of(202), Integer.MAX_VALUE, i -> {
            String content = body.apply(i);
            return bytes("POST /orders HTTP/1.1\r\n" + HOST + "Content-Type: application/json\r\n" + fields.apply(i)
                    + "Content-Length: " + content.length() + "\r\n\r\n" + content);
        });
    }

    /** So many attempts to grab, most of which are refused. */
    static Load grabs(String path, int attempts, IntFunction<String> fields) {
        return new Load(
                path,
                Set.of(202, 409),
                attempts,
                i -> bytes("POST " + path + " HTTP/1.1\r\n" + HOST + fields.apply(i) + "Content-Length: 0\r\n\r\n"));
    }

    String name() {
        return name;
    }

    boolean expects(int status) {
        return expected.contains(status);
    }

    boolean hasNext() {
        return asked < number;
    }

    ByteBuffer next() {
        return requests.apply(asked++);
    }

    private static ByteBuffer bytes(String ascii) {
        byte[] bytes = ascii.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }
}
