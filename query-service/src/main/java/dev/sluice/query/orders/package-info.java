/** The back office's list of orders, and a customer's own. */
@NullMarked
package dev.sluice.query.orders;

import org.jspecify.annotations.NullMarked;
