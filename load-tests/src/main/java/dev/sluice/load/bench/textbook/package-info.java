/** The baseline that Sluice is measured against, in a process of its own. */
@NullMarked
package dev.sluice.load.bench.textbook;

import org.jspecify.annotations.NullMarked;
