package dev.sluice.command.hosting;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A wire to a real server that can be cut, frozen, or made to lose the server's replies. */
final class Link implements AutoCloseable {

    private enum State {
        WHOLE,
        /** The server is killed: what is open breaks, what is new is refused. */
        CUT,
        /** The server is stopped: it accepts, and says nothing. */
        FROZEN,
        /** The server hears and does, but nobody hears it. */
        DEAF
    }

    private final InetSocketAddress target;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong fuse = new AtomicLong(Long.MAX_VALUE);
    private State state = State.WHOLE;

    Link(String host, int port) {
        try {
            target = new InetSocketAddress(host, port);
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    void cut() {
        enter(State.CUT);
        breakAll();
    }

    void freeze() {
        enter(State.FROZEN);
    }

    void deafen() {
        enter(State.DEAF);
    }

    void mend() {
        enter(State.WHOLE);
    }

    /** Breaks all that is open once so many bytes have passed from now on. */
    void breakAfter(long bytes) {
        fuse.set(bytes);
    }

    boolean isFuseBlown() {
        return fuse.get() < 0;
    }

    void breakAll() {
        open.forEach(Link::closeQuietly);
    }

    private synchronized void enter(State next) {
        state = next;
        notifyAll();
    }

    private synchronized State awaitThaw() throws InterruptedException {
        while (state == State.FROZEN) {
            wait();
        }
        return state;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket server = new Socket()) {
            if (awaitThaw() == State.CUT) {
                return;
            }
            server.connect(target);
            open.add(server);
            Thread replies = Thread.ofVirtual().start(() -> copy(server, client, false));
            copy(client, server, true);
            replies.join();
        } catch (IOException | InterruptedException e) {
            // The test broke it.
        } finally {
            open.remove(client);
        }
    }

    private void copy(Socket from, Socket to, boolean isRequest) {
        byte[] buffer = new byte[16_384];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (fuse.get() >= 0 && fuse.addAndGet(-n) < 0) {
                    breakAll();
                    return;
                }
                if (awaitThaw() != State.DEAF || isRequest) {
                    out.write(buffer, 0, n);
                }
            }
        } catch (IOException | InterruptedException e) {
            // Either side hung up, or the test broke it.
        } finally {
            open.remove(from);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        cut();
    }
}
