/** Two that do the same work in turns: a shop's orders, what must come of them, and what each has cost. */
@NullMarked
package dev.sluice.load.bench.contest;

import org.jspecify.annotations.NullMarked;
