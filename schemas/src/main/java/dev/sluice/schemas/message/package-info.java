/** What every payload has in common: its marker, its wire name, the JSON dialect and new ids. */
@NullMarked
package dev.sluice.schemas.message;

import org.jspecify.annotations.NullMarked;
