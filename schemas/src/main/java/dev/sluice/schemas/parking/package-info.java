/** Messages that could not be carried out: what becomes of them, and what operators ask for. */
@NullMarked
package dev.sluice.schemas.parking;

import org.jspecify.annotations.NullMarked;
