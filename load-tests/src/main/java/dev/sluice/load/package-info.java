/** What drives a running Sluice from outside: the demo shop, the replay of real invoices, the tests through the edge. */
@NullMarked
package dev.sluice.load;

import org.jspecify.annotations.NullMarked;
