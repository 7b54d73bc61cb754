/** Child processes that die with their parent, are watched, and come back when they die. */
@NullMarked
package dev.sluice.local.supervision;

import org.jspecify.annotations.NullMarked;
