/** The little that JDBC lacks. */
@NullMarked
package dev.sluice.command.sql;

import org.jspecify.annotations.NullMarked;
