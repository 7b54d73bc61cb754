/** The bounded context of orders: the aggregate with its prices and deadlines. */
@NullMarked
package dev.sluice.command.ordering;

import org.jspecify.annotations.NullMarked;
