/** Many things at once, but never more than so many, with the progress shown. */
@NullMarked
package dev.sluice.load.crowd;

import org.jspecify.annotations.NullMarked;
