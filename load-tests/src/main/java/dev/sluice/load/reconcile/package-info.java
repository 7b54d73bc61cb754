/** Whether the file, MySQL, Redis and Elasticsearch agree on every order, unit and penny. */
@NullMarked
package dev.sluice.load.reconcile;

import org.jspecify.annotations.NullMarked;
