/** The embedded Kafka Connect worker with the one Debezium connector. */
@NullMarked
package dev.sluice.local.connect;

import org.jspecify.annotations.NullMarked;
