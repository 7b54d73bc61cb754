/** Steps that run as early as what they need is done. */
@NullMarked
package dev.sluice.local.plan;

import org.jspecify.annotations.NullMarked;
