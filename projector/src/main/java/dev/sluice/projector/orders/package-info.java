/** What an order has come to beside its status: returns and doubts. */
@NullMarked
package dev.sluice.projector.orders;

import org.jspecify.annotations.NullMarked;
