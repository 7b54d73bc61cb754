/**
 * The order, which is the process manager of its own checkout: it prices, sends Try to every branch, decides, sends Confirm or
 * Cancel, and settles; and what is returned later goes the same way, as Reverse. It reacts to nothing but {@code commands.ordering}.
 */
@NullMarked
package dev.sluice.command.order;

import org.jspecify.annotations.NullMarked;
