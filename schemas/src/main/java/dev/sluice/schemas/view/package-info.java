/** The documents that projections keep and read services answer with. */
@NullMarked
package dev.sluice.schemas.view;

import org.jspecify.annotations.NullMarked;
