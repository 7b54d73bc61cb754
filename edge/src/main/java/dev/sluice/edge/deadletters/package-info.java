/** What operators do about messages that could not be carried out. */
@NullMarked
package dev.sluice.edge.deadletters;

import org.jspecify.annotations.NullMarked;
