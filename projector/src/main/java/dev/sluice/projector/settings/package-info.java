/** All that can be set, with its default and its bounds. */
@NullMarked
package dev.sluice.projector.settings;

import org.jspecify.annotations.NullMarked;
