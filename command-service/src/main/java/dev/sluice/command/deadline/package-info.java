/** The deadlines of open orders. */
@NullMarked
package dev.sluice.command.deadline;

import org.jspecify.annotations.NullMarked;
