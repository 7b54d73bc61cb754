/** Which generations of a projection there are, how that may change, and where it is kept. */
@NullMarked
package dev.sluice.projector.generation;

import org.jspecify.annotations.NullMarked;
