/** What operators may know and do about projections, and what each read says of how fresh it is. */
@NullMarked
package dev.sluice.edge.projections;

import org.jspecify.annotations.NullMarked;
