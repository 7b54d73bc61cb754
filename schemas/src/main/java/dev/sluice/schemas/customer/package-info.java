/** What the customer register is told, and its rows as change data capture carries them. */
@NullMarked
package dev.sluice.schemas.customer;

import org.jspecify.annotations.NullMarked;
