/** How far groups have come with the log, as the broker sees it. */
@NullMarked
package dev.sluice.projector.lag;

import org.jspecify.annotations.NullMarked;
