/**
 * The turn: a batch of messages of one context carried out as one transaction. It knows what a turn reads, decides and writes;
 * where the messages come from and what the tables look like is told to it.
 */
@NullMarked
package dev.sluice.command.turn;

import org.jspecify.annotations.NullMarked;
