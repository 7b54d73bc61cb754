/** Ordering's own price list, fed from the catalogue's change data. */
@NullMarked
package dev.sluice.command.price;

import org.jspecify.annotations.NullMarked;
