/** How a queued write that is no order ended. */
@NullMarked
package dev.sluice.schemas.operation;

import org.jspecify.annotations.NullMarked;
