/** Why the business said no. */
@NullMarked
package dev.sluice.schemas.rejection;

import org.jspecify.annotations.NullMarked;
