/** How queued writes ended. */
@NullMarked
package dev.sluice.projector.operations;

import org.jspecify.annotations.NullMarked;
