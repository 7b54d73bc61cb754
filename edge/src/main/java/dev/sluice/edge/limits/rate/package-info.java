/** How often a client may ask for what, and how it is told. */
@NullMarked
package dev.sluice.edge.limits.rate;

import org.jspecify.annotations.NullMarked;
