/** Where records go that nobody can use: to a topic of their own, with the reason, counted. */
@NullMarked
package dev.sluice.projector.rejects;

import org.jspecify.annotations.NullMarked;
