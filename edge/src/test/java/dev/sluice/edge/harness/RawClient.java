package dev.sluice.edge.harness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

/** A client that sends whatever bytes it likes. */
public final class RawClient implements AutoCloseable {
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");

    private final Socket socket = new Socket();

    public RawClient(int port) {
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.setTcpNoDelay(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What was answered to some bytes.
     *
     * @param closed whether the edge ended the connection afterwards
     */
    public record Heard(String text, boolean closed) {
        public long answers() {
            return STATUS_LINE.matcher(text).results().count();
        }

        /** Of the first answer; 0 where there is none. */
        public int status() {
            return STATUS_LINE
                    .matcher(text)
                    .results()
                    .findFirst()
                    .map(found -> Integer.parseInt(found.group(1)))
                    .orElse(0);
        }
    }

    /** False where the edge takes no more. */
    public boolean send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    public boolean send(String bytes) {
        return send(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** All that comes until the edge ends the connection, or has said nothing for so long. */
    public Heard hear(Duration silence) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] some = new byte[8192];
        try {
            socket.setSoTimeout((int) silence.toMillis());
            for (int n = socket.getInputStream().read(some);
                    n >= 0;
                    n = socket.getInputStream().read(some)) {
                all.write(some, 0, n);
            }
            return new Heard(all.toString(StandardCharsets.ISO_8859_1), true);
        } catch (SocketTimeoutException _) {
            return new Heard(all.toString(StandardCharsets.ISO_8859_1), false);
        } catch (IOException _) {
            return new Heard(all.toString(StandardCharsets.ISO_8859_1), true);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
