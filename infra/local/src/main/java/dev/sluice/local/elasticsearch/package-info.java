/** The embedded Elasticsearch node. */
@NullMarked
package dev.sluice.local.elasticsearch;

import org.jspecify.annotations.NullMarked;
