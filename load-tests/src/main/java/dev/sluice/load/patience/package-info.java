/** Waiting for a system that may be down for a while: pauses that grow, and an end when nothing moves any more. */
@NullMarked
package dev.sluice.load.patience;

import org.jspecify.annotations.NullMarked;
