/** Finds many literals in a text at once. */
@NullMarked
package dev.sluice.edge.waf.match;

import org.jspecify.annotations.NullMarked;
