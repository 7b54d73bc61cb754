/** The bounded context of promotion: coupons and campaigns with their part in a checkout, and red envelopes. */
@NullMarked
package dev.sluice.command.promotion;

import org.jspecify.annotations.NullMarked;
