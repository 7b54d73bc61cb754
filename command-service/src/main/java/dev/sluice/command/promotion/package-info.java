/** The bounded context of promotion: coupons, what they take off, how often they are used, and their part in a checkout. */
@NullMarked
package dev.sluice.command.promotion;

import org.jspecify.annotations.NullMarked;
