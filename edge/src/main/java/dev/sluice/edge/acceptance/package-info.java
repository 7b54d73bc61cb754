/** Accepting a write: once per idempotency key, into Kafka, with the client told only after the broker's acknowledgement. */
@NullMarked
package dev.sluice.edge.acceptance;

import org.jspecify.annotations.NullMarked;
