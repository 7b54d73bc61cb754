/** Killing processes at random under load, round after round, and reconciling every order each time. */
@NullMarked
package dev.sluice.load.chaos;

import org.jspecify.annotations.NullMarked;
