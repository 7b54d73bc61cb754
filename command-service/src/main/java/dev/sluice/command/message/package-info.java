/** What a decision yields: facts to store and messages to send. */
@NullMarked
package dev.sluice.command.message;

import org.jspecify.annotations.NullMarked;
