/** What the stock of a SKU is told and what has happened to it. */
@NullMarked
package dev.sluice.schemas.stock;

import org.jspecify.annotations.NullMarked;
