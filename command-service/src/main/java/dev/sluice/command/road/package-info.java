/** The road of commands: a context's own thread that reads its topic, claims its partitions and carries out turns. */
@NullMarked
package dev.sluice.command.road;

import org.jspecify.annotations.NullMarked;
