package dev.sluice.command.store;

import static java.util.stream.Collectors.toSet;

import dev.sluice.command.sql.In;
import dev.sluice.command.store.Snapshots.Snapshot;
import dev.sluice.command.turn.BoundedContext.SnapshotKind;
import dev.sluice.command.turn.Turn;
import dev.sluice.command.turn.TurnTable;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * The event store of a context: one query reads the streams of all aggregates that a turn needs and that are not at hand, one
 * batch writes all its events.
 */
public final class EventTable extends JdbcEventStorageEngine implements TurnTable {

    private static final EventSchema SCHEMA = EventSchema.builder()
            .eventTable("domain_event_entry")
            .globalIndexColumn("global_index")
            .timestampColumn("time_stamp")
            .eventIdentifierColumn("event_identifier")
            .aggregateIdentifierColumn("aggregate_identifier")
            .sequenceNumberColumn("sequence_number")
            .payloadTypeColumn("payload_type")
            .payloadRevisionColumn("payload_revision")
            .metaDataColumn("meta_data")
            .build();

    /** How many events a turn reads ahead; what is beyond is read bit by bit when its aggregate is loaded. */
    private static final int READ_AHEAD = 60_000;

    private static final int BATCH = 1_000;

    /** Without the hint a long list of ids tempts the optimizer to read the whole table. */
    private static final String PREFETCH = "SELECT " + SCHEMA.domainEventFields()
            + " FROM domain_event_entry FORCE INDEX (stream) WHERE aggregate_identifier IN (%%s)"
            + " AND sequence_number < %d ORDER BY aggregate_identifier, sequence_number";

    private static final String TAILS = "SELECT " + SCHEMA.domainEventFields()
            + " FROM domain_event_entry FORCE INDEX (stream) WHERE %s ORDER BY aggregate_identifier, sequence_number";

    private static final String TAIL = "(aggregate_identifier = ? AND sequence_number BETWEEN ? AND ?)";

    private final AggregateCache cache;
    private final @Nullable Snapshots snapshots;
    private final TurnConnection connection;
    private final Map<String, Head> prefetched = new HashMap<>();
    private int perStream;

    /**
     * What has been read ahead of a stream.
     *
     * @param snapshot of what comes before, null where it begins with the stream
     */
    private record Head(@Nullable Snapshot snapshot, List<DomainEventData<?>> events) {
        long from() {
            return snapshot == null ? 0 : snapshot.sequence() + 1;
        }
    }

    private EventTable(
            JdbcEventStorageEngine.Builder builder,
            AggregateCache cache,
            @Nullable Snapshots snapshots,
            TurnConnection connection) {
        super(builder);
        this.cache = cache;
        this.snapshots = snapshots;
        this.connection = connection;
    }

    /**
     * An event store whose turns keep their aggregates in the cache.
     *
     * @param snapshots empty where aggregates are made of all their events
     */
    public static EventTable with(AggregateCache cache, List<SnapshotKind> snapshots) {
        Serializer serializer = new WireNameSerializer();
        TurnConnection connection = new TurnConnection();
        var builder = JdbcEventStorageEngine.builder()
                .batchSize(BATCH)
                .snapshotSerializer(serializer)
                .eventSerializer(serializer)
                .persistenceExceptionResolver(new JdbcSQLErrorCodesResolver())
                .connectionProvider(connection)
                // The driver would send bytes in hexadecimal, twice their length, which costs both ends more than the
                // rest of the row.
                .dataType(String.class)
                .transactionManager(NoTransactionManager.instance())
                .schema(SCHEMA);
        return new EventTable(builder, cache, snapshots.isEmpty() ? null : new Snapshots(snapshots, cache), connection);
    }

    @Override
    public void released(Set<Integer> partitions) {
        cache.release(partitions);
    }

    @Override
    public void begin(Turn turn) throws SQLException {
        connection.enter(turn);
        Set<String> wanted = turn.legible()
                .map(message -> message.key())
                .filter(id -> !cache.containsKey(id))
                .collect(toSet());
        Map<String, Snapshot> known = snapshots == null ? Map.of() : snapshots.read(turn.connection(), wanted);
        wanted.forEach(id -> prefetched.put(id, new Head(known.get(id), new ArrayList<>())));
        perStream = perStream(wanted.size());
        wanted.removeAll(known.keySet());
        In.select(turn.connection(), PREFETCH.formatted(perStream), wanted, this::readAhead);
        readTails(turn.connection(), known);
    }

    /** Only what came after the snapshots. */
    private void readTails(Connection connection, Map<String, Snapshot> known) throws SQLException {
        if (known.isEmpty()) {
            return;
        }
        String ranges = String.join(" OR ", Collections.nCopies(known.size(), TAIL));
        try (PreparedStatement statement = connection.prepareStatement(TAILS.formatted(ranges))) {
            int parameter = 1;
            for (Map.Entry<String, Snapshot> entry : known.entrySet()) {
                statement.setString(parameter++, entry.getKey());
                statement.setLong(parameter++, entry.getValue().sequence() + 1);
                statement.setLong(parameter++, entry.getValue().sequence() + perStream);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    readAhead(rows);
                }
            }
        }
    }

    private void readAhead(ResultSet row) throws SQLException {
        Head head = prefetched.get(row.getString("aggregate_identifier"));
        if (head != null) {
            head.events.add(getDomainEventData(row));
        }
    }

    /** How much of each stream is read ahead: all of most, and of a hot one no more than memory has room for. */
    static int perStream(int streams) {
        return Math.clamp(READ_AHEAD / Math.max(1, streams), 1, BATCH);
    }

    @Override
    public DomainEventStream readEvents(String id, long firstSequenceNumber) {
        Head head = prefetched.remove(id);
        if (head == null || head.from() != firstSequenceNumber) {
            return DomainEventStream.concat(
                    super.readEvents(id, firstSequenceNumber), undecided(id, firstSequenceNumber));
        }
        DomainEventStream read = EventStreamUtils.upcastAndDeserializeDomainEvents(
                head.events.stream(), getEventSerializer(), NoOpEventUpcaster.INSTANCE);
        return head.events.size() < perStream
                ? read
                : DomainEventStream.concat(read, super.readEvents(id, firstSequenceNumber + perStream));
    }

    /** Events of this very turn, should the cache have dropped their aggregate in between. */
    private DomainEventStream undecided(String id, long firstSequenceNumber) {
        return DomainEventStream.of(connection.turn().events().stream()
                .filter(event -> event instanceof DomainEventMessage<?> e
                        && e.getAggregateIdentifier().equals(id)
                        && e.getSequenceNumber() >= firstSequenceNumber)
                .map(event -> (DomainEventMessage<?>) event));
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String id) {
        if (snapshots == null) {
            return Optional.empty();
        }
        Head head = prefetched.get(id);
        Snapshot snapshot = head == null ? readNow(snapshots, id) : head.snapshot;
        return snapshot == null
                ? Optional.empty()
                : Optional.of(new GenericDomainEventMessage<>(null, id, snapshot.sequence(), snapshot.state()));
    }

    /** The cache has dropped the aggregate within the turn. */
    private @Nullable Snapshot readNow(Snapshots table, String id) {
        try {
            return table.read(connection.turn().connection(), Set.of(id)).get(id);
        } catch (SQLException e) {
            throw new EventStoreException("cannot read the snapshot of " + id, e);
        }
    }

    /** Text in UTF-8, whatever the driver takes a column of bytes for. */
    @Override
    // Axon asks for the type that it was given above; metadata may be null.
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
    protected <T> T readPayload(ResultSet row, String column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return (T) (bytes == null ? null : new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        connection.turn().add(events);
    }

    @Override
    public void flush(Turn turn) throws SQLException {
        super.appendEvents(turn.events(), getEventSerializer());
        if (snapshots != null) {
            snapshots.write(turn);
        }
    }

    @Override
    public void committed(Turn turn) {
        leave();
    }

    @Override
    public void forget() {
        cache.removeAll();
        leave();
    }

    private void leave() {
        prefetched.clear();
        connection.leave();
    }
}
