/** Bringing an instance up, keeping it up, and taking it down. */
@NullMarked
package dev.sluice.local.launch;

import org.jspecify.annotations.NullMarked;
