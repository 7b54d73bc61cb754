/** The embedded Kafka broker with its topics. */
@NullMarked
package dev.sluice.local.kafka;

import org.jspecify.annotations.NullMarked;
