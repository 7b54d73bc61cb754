/** Carrying a view topic into a store, document by document, losing none. */
@NullMarked
package dev.sluice.projector.sink;

import org.jspecify.annotations.NullMarked;
