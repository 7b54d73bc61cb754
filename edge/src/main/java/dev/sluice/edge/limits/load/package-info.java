/** How much of each kind the edge does at once, how evenly, and whether the write side can follow at all. */
@NullMarked
package dev.sluice.edge.limits.load;

import org.jspecify.annotations.NullMarked;
