package dev.sluice.edge.server;

import java.time.Duration;

/**
 * What a connection may do, and how long.
 *
 * @param maxRequestLine bytes; a longer one is 414
 * @param maxHeaders bytes of all header fields; more is 431
 * @param idle until the next request's head is complete
 * @param bodyTime until a body is complete, then 408
 * @param stalled how long a client may leave its answer unread
 * @param linger how long what a client still sends is read and dropped before its connection is closed
 */
public record Conduct(
        int maxRequestLine, int maxHeaders, Duration idle, Duration bodyTime, Duration stalled, Duration linger) {}
