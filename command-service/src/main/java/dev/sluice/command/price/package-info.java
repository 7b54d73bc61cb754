/** Ordering's own lists of prices and coupons, fed from change data. */
@NullMarked
package dev.sluice.command.price;

import org.jspecify.annotations.NullMarked;
