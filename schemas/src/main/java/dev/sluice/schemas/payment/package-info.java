/** What a customer's wallet is told and what has happened to it. */
@NullMarked
package dev.sluice.schemas.payment;

import org.jspecify.annotations.NullMarked;
