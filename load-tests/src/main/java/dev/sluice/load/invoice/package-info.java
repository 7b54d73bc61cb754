/** What the lines of an invoice say, which are bad and why, and which orders an invoice becomes. */
@NullMarked
package dev.sluice.load.invoice;

import org.jspecify.annotations.NullMarked;
