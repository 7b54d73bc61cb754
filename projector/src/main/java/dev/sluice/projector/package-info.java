/** The service that turns the log into views, and views into documents of Redis and Elasticsearch. */
@NullMarked
package dev.sluice.projector;

import org.jspecify.annotations.NullMarked;
