package dev.sluice.command.store;

import dev.sluice.command.message.Remembering;
import dev.sluice.command.sql.In;
import dev.sluice.command.turn.BoundedContext.SnapshotKind;
import dev.sluice.command.turn.Turn;
import dev.sluice.schemas.message.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * What long streams have come to, so that they need not be read from their beginning. A snapshot is written by the turn that
 * makes it due, in the same transaction; one that cannot be read is as good as none.
 */
final class Snapshots {

    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);

    /** Events between two snapshots, at least. */
    static final int INTERVAL = 1_000;

    private static final String UPSERT = "INSERT INTO snapshot (aggregate_identifier, sequence_number, kind, state)"
            + " VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE sequence_number = VALUES(sequence_number),"
            + " kind = VALUES(kind), state = VALUES(state)";

    private final Map<String, SnapshotKind> kinds = new HashMap<>();
    private final AggregateCache cache;

    /** @param sequence of the last event that is in the state */
    record Snapshot(long sequence, Record state) {}

    Snapshots(List<SnapshotKind> kinds, AggregateCache cache) {
        kinds.forEach(kind -> this.kinds.put(kind.name(), kind));
        this.cache = cache;
    }

    Map<String, Snapshot> read(Connection connection, Collection<String> ids) throws SQLException {
        Map<String, Snapshot> found = new HashMap<>();
        In.select(
                connection,
                "SELECT aggregate_identifier, sequence_number, kind, state FROM snapshot"
                        + " WHERE aggregate_identifier IN (%s)",
                ids,
                row -> {
                    Snapshot snapshot = snapshot(row);
                    if (snapshot != null) {
                        found.put(row.getString(1), snapshot);
                    }
                });
        return found;
    }

    private @Nullable Snapshot snapshot(ResultSet row) throws SQLException {
        SnapshotKind kind = kinds.get(row.getString(3));
        if (kind == null) {
            return null;
        }
        try {
            return new Snapshot(row.getLong(2), Json.MAPPER.readValue(row.getBytes(4), kind.state()));
        } catch (JacksonException e) {
            LOG.warn("the snapshot of {} is passed over: {}", row.getString(1), e.getOriginalMessage());
            return null;
        }
    }

    void write(Turn turn) throws SQLException {
        Map<String, Snapshot> due = due(turn);
        if (due.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = turn.connection().prepareStatement(UPSERT)) {
            for (Map.Entry<String, Snapshot> entry : due.entrySet()) {
                statement.setString(1, entry.getKey());
                statement.setLong(2, entry.getValue().sequence);
                Record state = entry.getValue().state;
                statement.setString(3, kindOf(state).name());
                statement.setBytes(4, Json.MAPPER.writeValueAsBytes(state));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private SnapshotKind kindOf(Record state) {
        return kinds.values().stream()
                .filter(kind -> kind.state() == state.getClass())
                .findAny()
                .orElseThrow(() -> new IllegalStateException("no kind of snapshot is made of " + state.getClass()));
    }

    private Map<String, Snapshot> due(Turn turn) {
        Map<String, Snapshot> due = new HashMap<>();
        spans(turn).forEach((id, span) -> {
            if (cache.aggregate(id) instanceof Remembering<?> aggregate
                    && isDue(span.first, span.last, aggregate.weight())) {
                due.put(id, new Snapshot(span.last, aggregate.remember(turn.startedAt())));
            }
        });
        return due;
    }

    /** The sequence numbers by which a turn continues a stream. */
    private record Span(long first, long last) {
        Span to(Span next) {
            return new Span(first, next.last);
        }
    }

    private static Map<String, Span> spans(Turn turn) {
        Map<String, Span> spans = new HashMap<>();
        turn.events().forEach(event -> {
            if (event instanceof DomainEventMessage<?> fact) {
                Span one = new Span(fact.getSequenceNumber(), fact.getSequenceNumber());
                spans.merge(fact.getAggregateIdentifier(), one, Span::to);
            }
        });
        return spans;
    }

    /**
     * Whenever the stream passes a multiple of the interval, which is larger for an aggregate that has more to remember: so
     * snapshots cost no more than the events between them.
     */
    static boolean isDue(long first, long last, int weight) {
        long interval = Math.max(INTERVAL, Long.highestOneBit(Math.max(1, 2L * weight - 1)));
        return first / interval != (last + 1) / interval;
    }
}
