package dev.sluice.local.redis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** PING, and INFO to see that the process which answers is ours. */
public final class RedisCheck {

    private static final int PATIENCE_MILLIS = 3_000;

    private RedisCheck() {}

    /** Throws where nothing at the address speaks Redis. */
    public static void reach(URI redis) throws IOException {
        int port = redis.getPort() < 0 ? 6379 : redis.getPort();
        try (Socket socket = connect(new InetSocketAddress(String.valueOf(redis.getHost()), port))) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.UTF_8));
            String answer = answers(socket).readLine();
            // One that wants a password first is a Redis too.
            if (answer == null || !(answer.equals("+PONG") || answer.startsWith("-NOAUTH"))) {
                throw new IOException("SLUICE_REDIS_URL=" + redis + " answers PING with " + answer);
            }
        }
    }

    static void run(int port, long pid) throws IOException {
        try (Socket socket = connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
            BufferedReader answers = answers(socket);
            socket.getOutputStream().write("PING\r\nINFO server\r\n".getBytes(StandardCharsets.UTF_8));
            String pong = answers.readLine();
            if (!"+PONG".equals(pong)) {
                throw new IOException("it answers PING with " + pong);
            }
            if (processId(answers) != pid) {
                throw new IOException("another Redis server answers on its port");
            }
        }
    }

    private static Socket connect(InetSocketAddress address) throws IOException {
        Socket socket = new Socket();
        socket.connect(address, PATIENCE_MILLIS);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static BufferedReader answers(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static long processId(BufferedReader answers) throws IOException {
        String key = "process_id:";
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(key)) {
                return Long.parseLong(line.substring(key.length()).strip());
            }
        }
        throw new IOException("INFO names no process_id");
    }
}
