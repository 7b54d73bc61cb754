/** Child processes that die with their parent, are checked by protocol, and come back when they die. */
@NullMarked
package dev.sluice.local.process;

import org.jspecify.annotations.NullMarked;
