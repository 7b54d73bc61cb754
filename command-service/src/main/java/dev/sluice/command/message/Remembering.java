package dev.sluice.command.message;

import java.time.Instant;

/**
 * An aggregate with streams so long that it must not be made of its events each time: it says in one record what they have
 * come to, and takes that record for all of them.
 *
 * @param <S> a record that reads and writes as JSON
 */
public interface Remembering<S extends Record> extends Weighty {

    /** What nobody can ask for any more is left out. */
    S remember(Instant now);
}
