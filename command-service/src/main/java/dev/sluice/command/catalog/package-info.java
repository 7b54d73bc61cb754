/** The bounded context of products: plain rows, which change data capture carries to everybody else. */
@NullMarked
package dev.sluice.command.catalog;

import org.jspecify.annotations.NullMarked;
