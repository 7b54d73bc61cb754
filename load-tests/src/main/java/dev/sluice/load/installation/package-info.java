/** Where the running system is, and what to say when it is not there. */
@NullMarked
package dev.sluice.load.installation;

import org.jspecify.annotations.NullMarked;
