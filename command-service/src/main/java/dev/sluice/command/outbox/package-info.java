/** What leaves with a turn's commit, packed for change data capture. */
@NullMarked
package dev.sluice.command.outbox;

import org.jspecify.annotations.NullMarked;
