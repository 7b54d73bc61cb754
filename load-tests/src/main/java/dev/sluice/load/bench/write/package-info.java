/** What an order costs the write side, and what it costs a textbook set-up on the same machine and MySQL server. */
@NullMarked
package dev.sluice.load.bench.write;

import org.jspecify.annotations.NullMarked;
