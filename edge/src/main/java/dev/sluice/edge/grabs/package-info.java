/** Grabbing a place in a campaign. */
@NullMarked
package dev.sluice.edge.grabs;

import org.jspecify.annotations.NullMarked;
