/** A soft web application firewall: refuses requests that carry the marks of known attacks, before anything else reads them. */
@NullMarked
package dev.sluice.edge.waf;

import org.jspecify.annotations.NullMarked;
