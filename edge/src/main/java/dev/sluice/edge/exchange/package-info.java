/** What came of each request, for those who keep count. */
@NullMarked
package dev.sluice.edge.exchange;

import org.jspecify.annotations.NullMarked;
