package dev.sluice.edge.server;

import dev.sluice.edge.http.Visitor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the other end of a connection.
 *
 * @param address null where it is none of the Internet's
 * @param text the address without its port
 */
public record Peer(@Nullable InetAddress address, String text) {
    static final Peer UNKNOWN = new Peer(null, Visitor.UNKNOWN.address());

    static Peer of(@Nullable SocketAddress remote) {
        if (remote instanceof InetSocketAddress inet && inet.getAddress() != null) {
            return new Peer(inet.getAddress(), inet.getAddress().getHostAddress());
        }
        return UNKNOWN;
    }
}
