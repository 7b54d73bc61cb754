/** What a run is watched by, from outside: CPU of processes, rows, records, and facts as they come out of the log. */
@NullMarked
package dev.sluice.load.bench.probe;

import org.jspecify.annotations.NullMarked;
