/** Cancelling an order, or returning a part of it. */
@NullMarked
package dev.sluice.edge.cancellation;

import org.jspecify.annotations.NullMarked;
