package dev.sluice.command.inbox;

import dev.sluice.command.turn.Position;

/** A partition that this process owns, until somebody else claims it and so gets a higher epoch. */
record Claim(long epoch, Position position) {}
