/** What a request's query string says, checked: whatever is wrong is answered with its name and its mend. */
@NullMarked
package dev.sluice.query.request;

import org.jspecify.annotations.NullMarked;
