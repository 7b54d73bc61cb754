package dev.sluice.local.process;

import dev.sluice.local.aot.AotCache;
import java.io.IOException;
import java.util.Optional;

/** A server that can be run as a child. */
public interface Server {

    String name();

    int port();

    /** Writes what configuration it needs and says how to run it. Called before every start. */
    Program program() throws IOException, InterruptedException;

    /** Where it is a Java program: the cache that it starts from. */
    default Optional<AotCache> cache() throws IOException {
        return Optional.empty();
    }

    /**
     * Asks the server, in its own protocol, whether it works and is the one we started.
     *
     * @param pid of our child
     * @throws IOException with the reason why it is not (yet) of use
     */
    void check(long pid) throws IOException, InterruptedException;
}
