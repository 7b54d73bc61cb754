package dev.sluice.command.turn;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A part of the store that turns read and write. Called by the context's own thread only, always in this order. */
public interface TurnTable {

    /** These partitions are ours now: read what is to be known about them from the start. */
    default void claimed(Connection connection, Set<Integer> partitions) throws SQLException {}

    /** These partitions are somebody else's now. */
    default void released(Set<Integer> partitions) {}

    /** Whether there is something to do although no message has come. */
    default boolean isDue(Instant now) {
        return false;
    }

    /**
     * Messages that were set aside and are to be carried out now, before any other. Asked between turns until there are none:
     * each must have been settled by the turn that it was given to.
     */
    default List<Incoming> backlog() throws SQLException {
        return List.of();
    }

    /** Reads in one go what the turn will need. */
    default void begin(Turn turn) throws SQLException {}

    /** Whether the message is settled hereby and must not be dispatched. Asked in the messages' order. */
    default boolean settles(Incoming input) {
        return false;
    }

    /** Writes in one go what the turn has come to. */
    default void flush(Turn turn) throws SQLException {}

    /** The turn is durable. */
    default void committed(Turn turn) {}

    /** A turn came to nothing, or its outcome is unknown: forget whatever was not read from the database since. */
    default void forget() {}
}
