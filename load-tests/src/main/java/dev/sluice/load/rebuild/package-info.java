/** {@code ./sluice rebuild}: builds a projection anew beside the live one, and makes it live. */
@NullMarked
package dev.sluice.load.rebuild;

import org.jspecify.annotations.NullMarked;
