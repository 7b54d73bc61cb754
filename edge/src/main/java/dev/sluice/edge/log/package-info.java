/** Kafka: commands go out and are acknowledged, views come in. No event loop waits for either. */
@NullMarked
package dev.sluice.edge.log;

import org.jspecify.annotations.NullMarked;
