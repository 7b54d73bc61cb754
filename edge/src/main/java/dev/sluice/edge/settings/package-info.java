/** What can be configured, each with its default. */
@NullMarked
package dev.sluice.edge.settings;

import org.jspecify.annotations.NullMarked;
