/** What every aggregate that takes part in a checkout has in common as an aggregate of Axon's. */
@NullMarked
package dev.sluice.command.participant;

import org.jspecify.annotations.NullMarked;
