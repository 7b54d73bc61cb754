/** The rules of the firewall: a readable file, checked when it is loaded. */
@NullMarked
package dev.sluice.edge.waf.rules;

import org.jspecify.annotations.NullMarked;
