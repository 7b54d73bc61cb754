package dev.sluice.edge.server;

import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * Where a server listens.
 *
 * @param name of the server in messages
 * @param variable by which an operator moves it
 * @param drain how long requests under way may take when it is stopped
 */
public record Listening(String name, InetSocketAddress address, String variable, Duration drain) {}
