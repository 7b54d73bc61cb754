/** An order as its customer sees it, from the moment it was accepted. */
@NullMarked
package dev.sluice.projector.orderstatus;

import org.jspecify.annotations.NullMarked;
