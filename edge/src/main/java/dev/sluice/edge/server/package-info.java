/** HTTP/1.1 on Netty's stock codec: connections, time-outs, pipelining in order, backpressure, drain. It knows no route. */
@NullMarked
package dev.sluice.edge.server;

import org.jspecify.annotations.NullMarked;
