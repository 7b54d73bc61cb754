/** The embedded MySQL server with its schemas and users. */
@NullMarked
package dev.sluice.local.mysql;

import org.jspecify.annotations.NullMarked;
