/** Whether the service can do its work, for those who start and watch it. */
@NullMarked
package dev.sluice.command.health;

import org.jspecify.annotations.NullMarked;
