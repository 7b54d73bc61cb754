/** All pages of a shop as files, for who serves them without us. */
@NullMarked
package dev.sluice.load.export;

import org.jspecify.annotations.NullMarked;
