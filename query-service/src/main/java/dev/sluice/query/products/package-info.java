/** Product search. */
@NullMarked
package dev.sluice.query.products;

import org.jspecify.annotations.NullMarked;
