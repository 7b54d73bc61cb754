/** What a context has taken in: the fenced positions, and operations done. */
@NullMarked
package dev.sluice.command.inbox;

import org.jspecify.annotations.NullMarked;
