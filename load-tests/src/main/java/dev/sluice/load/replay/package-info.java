/** Replaying a file of real invoices through the public API, whatever crashes meanwhile. */
@NullMarked
package dev.sluice.load.replay;

import org.jspecify.annotations.NullMarked;
