/** What orders add up to. */
@NullMarked
package dev.sluice.query.sales;

import org.jspecify.annotations.NullMarked;
