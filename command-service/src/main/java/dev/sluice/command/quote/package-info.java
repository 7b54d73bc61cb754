/** What an order comes to: its lines at ordering's own prices, less a coupon. */
@NullMarked
package dev.sluice.command.quote;

import org.jspecify.annotations.NullMarked;
