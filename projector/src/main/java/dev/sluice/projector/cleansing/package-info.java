/** What rows look like before they go into views: one spelling for one thing, and nothing that cannot be right. */
@NullMarked
package dev.sluice.projector.cleansing;

import org.jspecify.annotations.NullMarked;
