/** Redis, one pipelined connection to each event loop, so that a reply needs no thread but the one that waits for it. */
@NullMarked
package dev.sluice.edge.redis;

import org.jspecify.annotations.NullMarked;
