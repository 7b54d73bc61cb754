/** Who calls: bearer tokens checked against the issuer's keys, and what a caller's roles allow. */
@NullMarked
package dev.sluice.edge.identity;

import org.jspecify.annotations.NullMarked;
