/** How fresh the answers are. */
@NullMarked
package dev.sluice.query.freshness;

import org.jspecify.annotations.NullMarked;
