/** The CloudEvents envelope, the wire names and the JSON in which every message travels. */
@NullMarked
package dev.sluice.schemas.message;

import org.jspecify.annotations.NullMarked;
