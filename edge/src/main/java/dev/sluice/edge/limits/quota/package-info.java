/** GCRA, in this process, shared through Redis in leases, or exactly: how much of a quota is left, whoever it belongs to. */
@NullMarked
package dev.sluice.edge.limits.quota;

import org.jspecify.annotations.NullMarked;
