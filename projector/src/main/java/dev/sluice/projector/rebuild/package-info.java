/** Rebuilding a projection beside the live one, and which of its generations is live. */
@NullMarked
package dev.sluice.projector.rebuild;

import org.jspecify.annotations.NullMarked;
