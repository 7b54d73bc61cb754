/** The write side: hosts the bounded contexts, each with its own store, and carries out what their command topics ask. */
@NullMarked
package dev.sluice.command;

import org.jspecify.annotations.NullMarked;
