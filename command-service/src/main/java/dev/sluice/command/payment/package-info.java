/** The wallet of each customer: its balance, what is frozen for orders, and its part in their checkout. */
@NullMarked
package dev.sluice.command.payment;

import org.jspecify.annotations.NullMarked;
