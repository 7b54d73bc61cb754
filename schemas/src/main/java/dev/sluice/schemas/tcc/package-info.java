/** The Try, Confirm and Cancel that a checkout sends to its participants, and their answers. */
@NullMarked
package dev.sluice.schemas.tcc;

import org.jspecify.annotations.NullMarked;
