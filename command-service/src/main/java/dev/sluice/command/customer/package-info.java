/** The bounded context of customers: plain rows, which change data capture carries to everybody else. */
@NullMarked
package dev.sluice.command.customer;

import org.jspecify.annotations.NullMarked;
