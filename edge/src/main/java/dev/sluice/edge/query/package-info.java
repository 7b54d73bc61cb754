/** Searches: authorised here, answered by query-service, passed through as they come. */
@NullMarked
package dev.sluice.edge.query;

import org.jspecify.annotations.NullMarked;
