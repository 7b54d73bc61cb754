/** Starts a real Elasticsearch node from its Maven artefacts, which come without a main class and without {@code GET /}. */
@NullMarked
package dev.sluice.elasticsearch;

import org.jspecify.annotations.NullMarked;
