/** What operators do about branches in doubt. */
@NullMarked
package dev.sluice.edge.doubts;

import org.jspecify.annotations.NullMarked;
