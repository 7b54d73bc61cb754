/** Clients' connections: one request at a time, time-outs, pipelining in order, backpressure, drain. It knows no route. */
@NullMarked
package dev.sluice.edge.server;

import org.jspecify.annotations.NullMarked;
