/** What a request costs at the edge, beside Debian's nginx with Lua. */
@NullMarked
package dev.sluice.load.bench.edge;

import org.jspecify.annotations.NullMarked;
