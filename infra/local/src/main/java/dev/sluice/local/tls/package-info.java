/** A certificate for development, from an authority of the instance's own. */
@NullMarked
package dev.sluice.local.tls;

import org.jspecify.annotations.NullMarked;
