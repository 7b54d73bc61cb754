/** Views as Redis keeps them. */
@NullMarked
package dev.sluice.edge.document;

import org.jspecify.annotations.NullMarked;
