package dev.sluice.command.store;

import dev.sluice.command.sql.In;
import dev.sluice.command.turn.Turn;
import dev.sluice.command.turn.TurnTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

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

    private final AggregateCache cache;
    private final TurnConnection connection;
    private final Map<String, List<DomainEventData<?>>> prefetched = new HashMap<>();
    private int perStream;

    private EventTable(JdbcEventStorageEngine.Builder builder, AggregateCache cache, TurnConnection connection) {
        super(builder);
        this.cache = cache;
        this.connection = connection;
    }

    /** An event store whose turns keep their aggregates in the cache. */
    public static EventTable with(AggregateCache cache) {
        Serializer serializer = new WireNameSerializer();
        TurnConnection connection = new TurnConnection();
        var builder = JdbcEventStorageEngine.builder()
                .batchSize(BATCH)
                .snapshotSerializer(serializer)
                .eventSerializer(serializer)
                .persistenceExceptionResolver(new JdbcSQLErrorCodesResolver())
                .connectionProvider(connection)
                .transactionManager(NoTransactionManager.instance())
                .schema(SCHEMA);
        return new EventTable(builder, cache, connection);
    }

    @Override
    public void released(Set<Integer> partitions) {
        cache.release(partitions);
    }

    @Override
    public void begin(Turn turn) throws SQLException {
        connection.enter(turn);
        turn.legible()
                .map(message -> message.key())
                .filter(id -> !cache.containsKey(id))
                .forEach(id -> prefetched.put(id, new ArrayList<>()));
        perStream = perStream(prefetched.size());
        In.select(
                turn.connection(),
                PREFETCH.formatted(perStream),
                prefetched.keySet(),
                row -> prefetched
                        .computeIfAbsent(row.getString("aggregate_identifier"), _ -> new ArrayList<>())
                        .add(getDomainEventData(row)));
    }

    /** How much of each stream is read ahead: all of most, and of a hot one no more than memory has room for. */
    static int perStream(int streams) {
        return Math.clamp(READ_AHEAD / Math.max(1, streams), 1, BATCH);
    }

    @Override
    public DomainEventStream readEvents(String id, long firstSequenceNumber) {
        List<DomainEventData<?>> head = firstSequenceNumber > 0 ? null : prefetched.remove(id);
        if (head == null) {
            return DomainEventStream.concat(
                    super.readEvents(id, firstSequenceNumber), undecided(id, firstSequenceNumber));
        }
        DomainEventStream read = EventStreamUtils.upcastAndDeserializeDomainEvents(
                head.stream(), getEventSerializer(), NoOpEventUpcaster.INSTANCE);
        return head.size() < perStream ? read : DomainEventStream.concat(read, super.readEvents(id, perStream));
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
        return Optional.empty();
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        connection.turn().add(events);
    }

    @Override
    public void flush(Turn turn) throws SQLException {
        super.appendEvents(turn.events(), getEventSerializer());
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
