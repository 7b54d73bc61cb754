/** One page of a list: what is asked for, and what is answered. */
@NullMarked
package dev.sluice.query.page;

import org.jspecify.annotations.NullMarked;
