package dev.sluice.edge.harness;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A client of HTTP/2 that sends whatever it is told, sound or not. Its fields are literals, never indexed (RFC 7541, 6.2.2). */
public final class Frames implements AutoCloseable {
    /** Stands for the status of a stream that was reset. */
    public static final int RESET = -1;
    /** Stands for the status of a stream whose connection has ended. */
    public static final int GONE = -2;

    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int GOAWAY = 7;
    private static final int CONTINUATION = 9;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int MOST = 100_000;

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    public Frames(int port) throws IOException {
        this(port, false);
    }

    /** Its preface comes byte by byte. */
    public static Frames slowly(int port) throws IOException {
        return new Frames(port, true);
    }

    private Frames(int port, boolean slowly) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(socket.getInputStream());
        out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
        for (byte octet : PREFACE) {
            out.write(octet);
            if (slowly) {
                out.flush();
            }
        }
        frame(SETTINGS, 0, 0, new byte[0]);
    }

    /** @param payload without the head of nine bytes */
    @SuppressWarnings("ArrayRecordComponent") // only looked into
    public record Frame(int type, int stream, byte[] payload) {
        public boolean isGoAway() {
            return type == GOAWAY;
        }

        /** Of a GOAWAY, its error code. */
        public int error() {
            return ByteBuffer.wrap(payload).getInt(4);
        }
    }

    /** @param fields each as {@code name: value} */
    public void get(int stream, String path, String... fields) throws IOException {
        frame(HEADERS, END_STREAM | END_HEADERS, stream, block(path, fields));
    }

    public void headersWithoutEnd(int stream, String path) throws IOException {
        frame(HEADERS, END_STREAM, stream, block(path));
    }

    public void continuation(int stream, byte[] portion) throws IOException {
        frame(CONTINUATION, 0, stream, portion);
    }

    public void reset(int stream) throws IOException {
        frame(RST_STREAM, 0, stream, new byte[] {0, 0, 0, 8});
    }

    /** The first byte of the answer's fields, which is its status where that is a usual one, or what became of the stream. */
    public int answer(int stream) throws IOException {
        try {
            while (true) {
                Frame frame = read();
                if (frame.isGoAway()) {
                    return GONE;
                }
                if (frame.stream() == stream && frame.type() == RST_STREAM) {
                    return RESET;
                }
                if (frame.stream() == stream && frame.type() == HEADERS) {
                    return frame.payload()[0] & 0xff;
                }
            }
        } catch (EOFException | SocketException _) {
            return GONE;
        }
    }

    /** The same of so many streams, in the order in which their answers come. */
    public List<Integer> answers(int number) throws IOException {
        List<Integer> answers = new ArrayList<>();
        while (answers.size() < number) {
            Frame answer = next(frame -> frame.type() == HEADERS || frame.type() == RST_STREAM || frame.isGoAway());
            answers.add(
                    switch (answer.type()) {
                        case HEADERS -> answer.payload()[0] & 0xff;
                        case RST_STREAM -> RESET;
                        default -> throw new EOFException("the connection ends");
                    });
        }
        return answers;
    }

    /** Something that is done with a stream of its own. */
    @FunctionalInterface
    public interface Act {
        void with(int stream) throws IOException;
    }

    /** Goes on with it until such a frame comes. */
    public Frame until(Predicate<Frame> wanted, Act act) throws IOException {
        for (int i = 0; i < MOST; i++) {
            try {
                act.with(2 * i + 1);
            } catch (SocketException _) {
                return next(wanted);
            }
            while (in.available() > 0) {
                Frame frame = read();
                if (wanted.test(frame)) {
                    return frame;
                }
            }
        }
        throw new AssertionError("it goes on for ever");
    }

    public Frame next(Predicate<Frame> wanted) throws IOException {
        Frame frame = read();
        while (!wanted.test(frame)) {
            frame = read();
        }
        return frame;
    }

    /** Waits for that. */
    public boolean isEnded() throws IOException {
        try {
            while (true) {
                read();
            }
        } catch (EOFException | SocketException _) {
            return true;
        }
    }

    private Frame read() throws IOException {
        int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
        int type = in.readUnsignedByte();
        in.readUnsignedByte();
        int stream = in.readInt() & Integer.MAX_VALUE;
        byte[] payload = in.readNBytes(length);
        if (payload.length < length) {
            throw new EOFException();
        }
        return new Frame(type, stream, payload);
    }

    private void frame(int type, int flags, int stream, byte[] payload) throws IOException {
        out.writeByte(payload.length >> 16);
        out.writeShort(payload.length);
        out.writeByte(type);
        out.writeByte(flags);
        out.writeInt(stream);
        out.write(payload);
        out.flush();
    }

    private static byte[] block(String path, String... fields) throws IOException {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        literal(block, ":method", "GET");
        literal(block, ":scheme", "http");
        literal(block, ":authority", "127.0.0.1");
        literal(block, ":path", path);
        for (String field : fields) {
            int colon = field.indexOf(": ");
            literal(block, field.substring(0, colon), field.substring(colon + 2));
        }
        return block.toByteArray();
    }

    private static void literal(OutputStream block, String name, String value) throws IOException {
        block.write(0);
        text(block, name);
        text(block, value);
    }

    private static void text(OutputStream block, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        block.write(bytes.length);
        block.write(bytes);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
