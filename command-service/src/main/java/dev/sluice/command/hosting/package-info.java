/** Puts bounded contexts together from configuration, each in an application context of its own, and runs them. */
@NullMarked
package dev.sluice.command.hosting;

import org.jspecify.annotations.NullMarked;
