/**
 * Messages that cannot be carried out, and behind each, in order, what came later for the same key; and what operators do about
 * them.
 */
@NullMarked
package dev.sluice.command.parking;

import org.jspecify.annotations.NullMarked;
