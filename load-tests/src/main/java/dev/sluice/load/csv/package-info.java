/** Files of invoices as lines and fields: which can be read at all, and which cannot. */
@NullMarked
package dev.sluice.load.csv;

import org.jspecify.annotations.NullMarked;
