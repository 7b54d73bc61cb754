/** Coupons, campaigns and red envelopes: what is asked of them, what has happened to them, and their rows as change data capture carries them. */
@NullMarked
package dev.sluice.schemas.promotion;

import org.jspecify.annotations.NullMarked;
