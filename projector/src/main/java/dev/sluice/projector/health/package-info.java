/** How a part of the service says whether it does its work, and how long it waits before it tries again. */
@NullMarked
package dev.sluice.projector.health;

import org.jspecify.annotations.NullMarked;
