package dev.sluice.command.price;

import tools.jackson.core.JacksonException;

/** Where the rows of one topic go. Called by the feed's thread, read by others. */
interface Rows {

    /** Throws {@link JacksonException} for what is no such row. */
    void put(byte[] json);

    void remove(String key);
}
