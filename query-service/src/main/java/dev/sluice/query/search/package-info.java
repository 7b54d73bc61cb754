/** The road to Elasticsearch: one page of one index, within a bounded time, and the cursors between pages. */
@NullMarked
package dev.sluice.query.search;

import org.jspecify.annotations.NullMarked;
