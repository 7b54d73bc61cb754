/** What an operator sees of the launcher's process: its progress, its end, and why a server did not start. */
@NullMarked
package dev.sluice.local.terminal;

import org.jspecify.annotations.NullMarked;
