/** What of personal data the reader of an answer may see. */
@NullMarked
package dev.sluice.query.sight;

import org.jspecify.annotations.NullMarked;
