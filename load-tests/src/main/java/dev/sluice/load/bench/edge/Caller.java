package dev.sluice.load.bench.edge;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection of the generator: a request out, its answer in, and no more of HTTP than tells where that ends. */
final class Caller {
    private static final int LARGEST = 64 * 1024;
    private static final byte[] END = {'\r', '\n', '\r', '\n'};

    private final SocketChannel channel;
    private final ByteBuffer in = ByteBuffer.allocateDirect(LARGEST);
    private final byte[] head = new byte[4096];
    private int length;
    private int status;
    private long due;

    Caller(InetSocketAddress server, Selector selector) throws IOException {
        channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** When the request in flight should have begun, in nanoseconds; that it may have begun later is the server's fault. */
    long due() {
        return due;
    }

    int status() {
        return status;
    }

    /** The beginning of the answer, for people. */
    String said() {
        byte[] read = new byte[Math.min(in.position(), 1_000)];
        in.get(0, read);
        return new String(read, StandardCharsets.UTF_8);
    }

    /** Requests are small, so that the socket takes each as a whole. */
    void ask(ByteBuffer request, long when) throws IOException {
        due = when;
        length = 0;
        in.clear();
        channel.write(request);
        if (request.hasRemaining()) {
            throw new IOException("a request did not fit into the socket's buffer");
        }
    }

    /** Whether the answer is there, to its end. */
    boolean answered() throws IOException {
        if (channel.read(in) < 0) {
            throw new IOException("the server has closed a connection");
        }
        if (length == 0) {
            length = wholeLength();
        }
        return length > 0 && in.position() >= length;
    }

    /** Head and body; 0 while the head is not there. */
    private int wholeLength() throws IOException {
        int read = Math.min(in.position(), head.length);
        in.get(0, head, 0, read);
        int end = endOfHead(read);
        if (end < 0) {
            return 0;
        }
        String text = new String(head, 0, end, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        status = Integer.parseInt(text, 9, 12, 10);
        int at = text.indexOf("\r\ncontent-length: ");
        if (at < 0) {
            throw new IOException("an answer without Content-Length: "
                    + text.lines().findFirst().orElse(""));
        }
        int from = at + 18;
        int to = text.indexOf('\r', from);
        return end + Integer.parseInt(text, from, to < 0 ? text.length() : to, 10);
    }

    private int endOfHead(int read) {
        for (int i = 0; i + END.length <= read; i++) {
            if (head[i] == END[0] && head[i + 1] == END[1] && head[i + 2] == END[2] && head[i + 3] == END[3]) {
                return i + END.length;
            }
        }
        return -1;
    }

    void close() throws IOException {
        channel.close();
    }
}
