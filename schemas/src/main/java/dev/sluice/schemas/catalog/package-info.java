/** What the catalogue is told, and its product rows as change data capture carries them. */
@NullMarked
package dev.sluice.schemas.catalog;

import org.jspecify.annotations.NullMarked;
