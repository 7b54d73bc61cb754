/** Brings what a client sent into the one form that rules are written for. */
@NullMarked
package dev.sluice.edge.waf.text;

import org.jspecify.annotations.NullMarked;
