/** The demo shop: a few hundred products with stock, and customers with money. */
@NullMarked
package dev.sluice.load.demo;

import org.jspecify.annotations.NullMarked;
