/** An order joined with its customer, its payment and the products as they are called today. */
@NullMarked
package dev.sluice.projector.backoffice;

import org.jspecify.annotations.NullMarked;
