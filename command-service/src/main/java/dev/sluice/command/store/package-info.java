/** Axon's event store on MySQL, written and read by whole turns. */
@NullMarked
package dev.sluice.command.store;

import org.jspecify.annotations.NullMarked;
