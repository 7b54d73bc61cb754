/** The one harness for performance claims: scenarios, their baselines in the same run, and results as files. */
@NullMarked
package dev.sluice.load.bench;

import org.jspecify.annotations.NullMarked;
