/** Whole lists of orders as files, written as they are read. */
@NullMarked
package dev.sluice.query.export;

import org.jspecify.annotations.NullMarked;
