/** A back office with a million orders, and what it asks all day. */
@NullMarked
package dev.sluice.load.search;

import org.jspecify.annotations.NullMarked;
