package dev.sluice.command.turn;

import dev.sluice.schemas.message.Payload;
import java.util.List;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.Configurer;
import org.jspecify.annotations.Nullable;

/** What sets one bounded context apart from the others. */
public interface BoundedContext {

    /** Short, lower case: {@code stock}. Its schema, user, topics and thread are named after it. */
    String name();

    /** Whether its aggregates live in an event store, or its state in plain tables. */
    boolean isEventSourced();

    /** Registers aggregates and command handlers; what they return is a list of {@code Outgoing}. */
    void register(Configurer axon, Cache aggregates);

    /** The id of the aggregate that a command concerns. Throws IllegalArgumentException for one of another context. */
    String target(Object command);

    /** The operation that a payload belongs to, or null: an operation is carried out once, however often it is asked. */
    default @Nullable String operationId(Payload payload) {
        return null;
    }

    /** The commands that the messages come to, in the order of their causes. */
    default List<Work> plan(List<Incoming.Legible> messages) {
        return messages.stream()
                .map(message -> new Work(message.message().data(), message))
                .toList();
    }

    /** The records that its aggregates' snapshots consist of, one for each kind of aggregate that has any. */
    default List<SnapshotKind> snapshots() {
        return List.of();
    }

    /**
     * @param name with a version, to be counted up whenever the record, or what an aggregate makes of its events, changes its
     *     meaning: snapshots of other names are passed over
     */
    record SnapshotKind(String name, Class<? extends Record> state) {}

    /** Tables of its own, written within its turns. */
    default List<TurnTable> tables(Cache aggregates) {
        return List.of();
    }

    /** Throws {@link Outage} as long as it could only give wrong answers. */
    default void requireReady() {}

    /**
     * A command and the message that causes it.
     *
     * @param cause the first, where several messages cause one command
     */
    record Work(Object command, Incoming.Legible cause) {}
}
