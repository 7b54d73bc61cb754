/** What operators see of the edge: its meters, and a line for each request. */
@NullMarked
package dev.sluice.edge.observe;

import org.jspecify.annotations.NullMarked;
