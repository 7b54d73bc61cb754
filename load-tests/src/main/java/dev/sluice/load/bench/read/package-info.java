/** What the read side costs and how far behind it is: freshness, rebuilds beside the live view, and a textbook projection in the same run. */
@NullMarked
package dev.sluice.load.bench.read;

import org.jspecify.annotations.NullMarked;
