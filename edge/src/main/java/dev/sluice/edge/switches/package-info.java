/** What operators switch off while something is wrong: routes, features, or all writing. */
@NullMarked
package dev.sluice.edge.switches;

import org.jspecify.annotations.NullMarked;
