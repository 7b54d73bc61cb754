/** What returns of lines leave of an order, for every view of it. */
@NullMarked
package dev.sluice.projector.returns;

import org.jspecify.annotations.NullMarked;
