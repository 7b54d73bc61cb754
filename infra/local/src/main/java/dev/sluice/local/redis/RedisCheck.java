package dev.sluice.local.redis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** PING, and INFO to see that the process which answers is ours. */
final class RedisCheck {

    private static final int PATIENCE_MILLIS = 3_000;

    private RedisCheck() {}

    static void run(int port, long pid) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
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
