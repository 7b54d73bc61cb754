/** The read service of searches: lists of orders and products out of Elasticsearch, one page at a time. */
@NullMarked
package dev.sluice.query;

import org.jspecify.annotations.NullMarked;
