package dev.sluice.schemas.parking;

import org.jspecify.annotations.Nullable;

/**
 * A message that could not be carried out, as far as it can be made out: what is null was not there.
 *
 * @param id of the message, as its sender gave it
 * @param type its wire name, which this version need not know
 * @param data its payload as text, which is JSON where the sender was sound
 * @param truncated whether it was too long, so that data only holds the beginning
 */
public record ParkedMessage(
        @Nullable String id,
        @Nullable String source,
        @Nullable String type,
        @Nullable String time,
        @Nullable String traceparent,
        @Nullable String data,
        boolean truncated) {}
