package dev.sluice.edge.http;

/** Who waits for the answer. */
@FunctionalInterface
public interface Client {
    /** Called on the event loop, at once where it has happened already, when nobody waits any more. */
    void whenGone(Runnable then);
}
