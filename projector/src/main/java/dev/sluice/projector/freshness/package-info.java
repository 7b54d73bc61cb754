/** How far behind the views are, told to all readers, and an alarm where one stands still. */
@NullMarked
package dev.sluice.projector.freshness;

import org.jspecify.annotations.NullMarked;
