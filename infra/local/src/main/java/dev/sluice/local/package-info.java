/** The command line behind {@code ./sluice}: each command a class, each feature a package below. */
@NullMarked
package dev.sluice.local;

import org.jspecify.annotations.NullMarked;
