/** The checkout as Axon's documentation would have it: JPA event store, aggregates, a saga, pooled streaming processors. */
@NullMarked
package dev.sluice.baseline;

import org.jspecify.annotations.NullMarked;
