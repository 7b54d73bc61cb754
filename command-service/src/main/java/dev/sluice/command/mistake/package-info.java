/** What only an operator can mend. */
@NullMarked
package dev.sluice.command.mistake;

import org.jspecify.annotations.NullMarked;
