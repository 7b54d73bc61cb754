/** All that runs for one generation of a projection, and which of them run. */
@NullMarked
package dev.sluice.projector.pipeline;

import org.jspecify.annotations.NullMarked;
