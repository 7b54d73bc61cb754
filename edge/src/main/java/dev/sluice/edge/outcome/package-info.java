/**
 * What has become of an accepted write: the newest view that Redis or the log's tail has shown, or the mark that it was
 * accepted, so that an accepted id is never unknown; and waiting for the outcome.
 */
@NullMarked
package dev.sluice.edge.outcome;

import org.jspecify.annotations.NullMarked;
