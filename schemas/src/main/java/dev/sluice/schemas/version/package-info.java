/** What a client knows to have been written, so that a read can be held to it. */
@NullMarked
package dev.sluice.schemas.version;

import org.jspecify.annotations.NullMarked;
