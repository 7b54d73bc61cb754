/** Amounts of money. */
@NullMarked
package dev.sluice.schemas.money;

import org.jspecify.annotations.NullMarked;
