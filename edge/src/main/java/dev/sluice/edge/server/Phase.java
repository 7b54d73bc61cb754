package dev.sluice.edge.server;

/** What a connection is doing. */
enum Phase {
    /** Between requests. */
    AWAITING,
    READING,
    WORKING,
    /** Answered for the last time; what still comes is dropped. */
    LEAVING
}
