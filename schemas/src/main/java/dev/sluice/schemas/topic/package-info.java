/** Every Kafka topic: who writes it, its key, its partitions, how long it keeps what. */
@NullMarked
package dev.sluice.schemas.topic;

import org.jspecify.annotations.NullMarked;
