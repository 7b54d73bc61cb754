/** The event loops that carry everything: clients' connections and those to Redis. */
@NullMarked
package dev.sluice.edge.transport;

import org.jspecify.annotations.NullMarked;
