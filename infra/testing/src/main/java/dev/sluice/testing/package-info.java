/** The house rules as tests, and the way to the real servers that tests talk to. */
@NullMarked
package dev.sluice.testing;

import org.jspecify.annotations.NullMarked;
