/** Grabbing a place in a campaign or a part of a red envelope. */
@NullMarked
package dev.sluice.edge.grabs;

import org.jspecify.annotations.NullMarked;
