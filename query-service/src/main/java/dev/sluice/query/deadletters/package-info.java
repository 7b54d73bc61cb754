/** Messages that could not be carried out. */
@NullMarked
package dev.sluice.query.deadletters;

import org.jspecify.annotations.NullMarked;
