/** The stock of each SKU: what is on hand, what is promised to orders, and its part in their checkout. */
@NullMarked
package dev.sluice.command.stock;

import org.jspecify.annotations.NullMarked;
