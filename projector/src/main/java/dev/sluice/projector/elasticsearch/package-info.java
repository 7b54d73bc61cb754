/** Views as Elasticsearch documents. */
@NullMarked
package dev.sluice.projector.elasticsearch;

import org.jspecify.annotations.NullMarked;
