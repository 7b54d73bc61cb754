/** Orders over HTTP: placing one, reading it, following its events. */
@NullMarked
package dev.sluice.edge.orders;

import org.jspecify.annotations.NullMarked;
