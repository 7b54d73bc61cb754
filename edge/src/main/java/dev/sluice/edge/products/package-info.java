/** Product pages: from the heap, else from Redis, else a stale copy that says so. */
@NullMarked
package dev.sluice.edge.products;

import org.jspecify.annotations.NullMarked;
