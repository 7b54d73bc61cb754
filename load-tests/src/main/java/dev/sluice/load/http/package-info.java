/** Sending requests to a server that may be down, and reading what it answers. */
@NullMarked
package dev.sluice.load.http;

import org.jspecify.annotations.NullMarked;
