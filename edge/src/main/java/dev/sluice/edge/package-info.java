/** The edge: takes writes into Kafka, answers 202 and later the outcome, and pages from Redis. */
@NullMarked
package dev.sluice.edge;

import org.jspecify.annotations.NullMarked;
