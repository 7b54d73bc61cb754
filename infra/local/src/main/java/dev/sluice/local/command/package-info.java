/** The commands of {@code ./sluice}, each a class. */
@NullMarked
package dev.sluice.local.command;

import org.jspecify.annotations.NullMarked;
