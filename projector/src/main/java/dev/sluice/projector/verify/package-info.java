/** Whether two generations of a view hold the same in a store. */
@NullMarked
package dev.sluice.projector.verify;

import org.jspecify.annotations.NullMarked;
