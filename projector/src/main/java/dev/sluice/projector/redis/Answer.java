package dev.sluice.projector.redis;

import org.jspecify.annotations.Nullable;

/**
 * What a script said to one call.
 *
 * @param error where Redis refused to run it
 */
record Answer(long value, @Nullable String error) {}
