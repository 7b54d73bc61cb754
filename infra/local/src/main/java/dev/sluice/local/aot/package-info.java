/** JDK 25's ahead-of-time caches: what a JVM learned in its first start, so that the next takes half as long. */
@NullMarked
package dev.sluice.local.aot;

import org.jspecify.annotations.NullMarked;
