/** Who asked for what in the back office: written down before it is done, and shown. */
@NullMarked
package dev.sluice.edge.audit;

import org.jspecify.annotations.NullMarked;
