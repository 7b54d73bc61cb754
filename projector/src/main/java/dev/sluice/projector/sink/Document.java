package dev.sluice.projector.sink;

import org.jspecify.annotations.Nullable;

/**
 * A document of a view as a store is to hold it.
 *
 * @param version the offset of the view's record: the higher one is the later one
 * @param json null where the document is to be deleted
 */
@SuppressWarnings("ArrayRecordComponent") // only carried on, never compared
public record Document(String id, long version, byte @Nullable [] json) {}
