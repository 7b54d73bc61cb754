package dev.sluice.command.kafka;

/** Something that reads on a thread of its own until it is told to stop. */
public interface Worker extends Runnable {

    /** The thread's. */
    String name();

    /** Called on another thread; returns at once. */
    void stop();
}
