/** Puts the regression tests of the OWASP Core Rule Set through the edge, where one has a copy of them. */
@NullMarked
package dev.sluice.edge.waf.crs;

import org.jspecify.annotations.NullMarked;
