/** What the orders of a replay will ask for, and providing what of it the shop lacks. */
@NullMarked
package dev.sluice.load.provision;

import org.jspecify.annotations.NullMarked;
