/** What a server is to the launcher: a program to run and a question to ask. */
@NullMarked
package dev.sluice.local.process;

import org.jspecify.annotations.NullMarked;
