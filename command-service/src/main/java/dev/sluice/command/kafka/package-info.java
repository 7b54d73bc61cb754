/** The way to Kafka: what is asked of the cluster, and how it is read. */
@NullMarked
package dev.sluice.command.kafka;

import org.jspecify.annotations.NullMarked;
