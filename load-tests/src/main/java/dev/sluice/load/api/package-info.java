/** The public HTTP API of Sluice as a typed client, shared by the demo, the replay and the tests. */
@NullMarked
package dev.sluice.load.api;

import org.jspecify.annotations.NullMarked;
