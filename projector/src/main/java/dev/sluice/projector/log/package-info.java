/** How records of the log are read and how views and stored states are written. */
@NullMarked
package dev.sluice.projector.log;

import org.jspecify.annotations.NullMarked;
