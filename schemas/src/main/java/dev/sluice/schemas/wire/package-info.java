/** The CloudEvents envelope in which every message travels, and the type names on it. */
@NullMarked
package dev.sluice.schemas.wire;

import org.jspecify.annotations.NullMarked;
