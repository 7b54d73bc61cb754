package dev.sluice.edge.server;

import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Visitor;
import io.netty.handler.codec.http.HttpHeaders;

/** Who may come in, asked before anything costs. Asked by all event loops at once. */
public interface Door {
    /** Lets everybody in. */
    Door OPEN = new Door() {
        @Override
        public boolean enters(Peer peer) {
            return true;
        }

        @Override
        public void left(Peer peer) {}

        @Override
        public boolean speaksForOthers(Peer peer) {
            return false;
        }

        @Override
        public Visitor visitor(Peer peer, HttpHeaders headers) {
            return new Visitor(peer.text(), peer.text(), false);
        }

        @Override
        public void admit(Visitor visitor) {}
    };

    /** Whether a connection may be opened; after yes, {@link #left} follows once. */
    boolean enters(Peer peer);

    void left(Peer peer);

    /** Whether its requests may come from somebody else, whom their heads name. */
    boolean speaksForOthers(Peer peer);

    /** Whose request it is; without headers, whose connection. */
    Visitor visitor(Peer peer, HttpHeaders headers);

    /** Throws a {@link Refusal} where the visitor asks too often. */
    void admit(Visitor visitor);
}
