/** What many want at once, and who has got it. */
@NullMarked
package dev.sluice.projector.grabs;

import org.jspecify.annotations.NullMarked;
