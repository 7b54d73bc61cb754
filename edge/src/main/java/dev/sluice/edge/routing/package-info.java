/** From a request's method and path to its handler, and the filters that a route may ask for. */
@NullMarked
package dev.sluice.edge.routing;

import org.jspecify.annotations.NullMarked;
