/** How a part of the service says whether it does its work. */
@NullMarked
package dev.sluice.projector.health;

import org.jspecify.annotations.NullMarked;
