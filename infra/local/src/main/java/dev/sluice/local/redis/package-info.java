/** The embedded Redis server. */
@NullMarked
package dev.sluice.local.redis;

import org.jspecify.annotations.NullMarked;
