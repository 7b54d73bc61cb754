/** What operators and the launcher ask: is it alive, is it ready, how far behind is it. */
@NullMarked
package dev.sluice.projector.management;

import org.jspecify.annotations.NullMarked;
