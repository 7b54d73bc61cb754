/** Whether the edge lives and can do its work, and what it offers. */
@NullMarked
package dev.sluice.edge.health;

import org.jspecify.annotations.NullMarked;
