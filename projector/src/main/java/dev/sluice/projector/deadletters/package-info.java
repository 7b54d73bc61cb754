/** Messages that contexts could not carry out, and what operators did about them. */
@NullMarked
package dev.sluice.projector.deadletters;

import org.jspecify.annotations.NullMarked;
