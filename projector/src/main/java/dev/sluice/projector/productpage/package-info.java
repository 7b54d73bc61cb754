/** A product with what is left of it. */
@NullMarked
package dev.sluice.projector.productpage;

import org.jspecify.annotations.NullMarked;
