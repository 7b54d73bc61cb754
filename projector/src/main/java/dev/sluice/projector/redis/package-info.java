/** Views as Redis hashes, and the mark that says that Redis holds them all. */
@NullMarked
package dev.sluice.projector.redis;

import org.jspecify.annotations.NullMarked;
