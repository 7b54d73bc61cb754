/** What every reader follows in the log: which generation of a view to read, and how far behind it is. */
@NullMarked
package dev.sluice.control;

import org.jspecify.annotations.NullMarked;
