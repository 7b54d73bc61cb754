/** System libraries and programs that are fetched from Debian's archive where the machine lacks them. */
@NullMarked
package dev.sluice.local.debian;

import org.jspecify.annotations.NullMarked;
