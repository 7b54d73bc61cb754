/** What operators decide while something is wrong: routes, features or all writing refused, and how fast is written. */
@NullMarked
package dev.sluice.edge.switches;

import org.jspecify.annotations.NullMarked;
