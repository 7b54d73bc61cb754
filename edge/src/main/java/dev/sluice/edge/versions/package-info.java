/** Tokens that hold later reads to what a client was already told. */
@NullMarked
package dev.sluice.edge.versions;

import org.jspecify.annotations.NullMarked;
