/** What each place says of orders: the event stores in MySQL, the read models in Redis and Elasticsearch. */
@NullMarked
package dev.sluice.load.ledger;

import org.jspecify.annotations.NullMarked;
