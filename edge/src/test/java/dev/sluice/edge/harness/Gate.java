package dev.sluice.edge.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Stands before a server and can be shut, cutting all connections, or held, so that nothing comes back. */
public final class Gate implements AutoCloseable {
    private final ServerSocket door;
    private final String host;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Semaphore passing = new Semaphore(1);
    private volatile boolean shut;

    public Gate(String host, int port) {
        this.host = host;
        this.port = port;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    public void shut() {
        shut = true;
        sockets.forEach(Gate::close);
    }

    public void open() {
        shut = false;
    }

    public void hold() {
        passing.acquireUninterruptibly();
    }

    public void release() {
        passing.release();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                if (shut) {
                    close(client);
                    continue;
                }
                Socket server = new Socket(InetAddress.getByName(host), port);
                pump(client, server);
                pump(server, client);
            }
        } catch (IOException _) {
            sockets.forEach(Gate::close);
        }
    }

    private void pump(Socket from, Socket to) {
        sockets.add(from);
        Thread.ofVirtual().start(() -> {
            byte[] bytes = new byte[8192];
            try (from;
                    to) {
                for (int n = from.getInputStream().read(bytes);
                        n >= 0;
                        n = from.getInputStream().read(bytes)) {
                    passing.acquireUninterruptibly();
                    passing.release();
                    to.getOutputStream().write(bytes, 0, n);
                }
            } catch (IOException _) {
                sockets.remove(from);
            }
        });
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        shut();
    }
}
