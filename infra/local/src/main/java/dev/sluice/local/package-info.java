/** The launcher behind {@code ./sluice}: real servers and our services as supervised child processes. */
@NullMarked
package dev.sluice.local;

import org.jspecify.annotations.NullMarked;
