package dev.sluice.edge.operations;

import org.jspecify.annotations.Nullable;

/**
 * Where a command goes.
 *
 * @param key of the record, and the command's subject
 * @param partition null for that of the key
 */
public record Destination(
        String topic, String key, @Nullable Integer partition) {}
