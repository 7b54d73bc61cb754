/** What ordering is told and what it has decided. */
@NullMarked
package dev.sluice.schemas.order;

import org.jspecify.annotations.NullMarked;
