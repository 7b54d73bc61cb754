/** What operators decide about the running system, and the record of who decided what. */
@NullMarked
package dev.sluice.schemas.control;

import org.jspecify.annotations.NullMarked;
