package dev.sluice.load.bench.probe;

import dev.sluice.load.installation.Installation;
import dev.sluice.load.installation.OperatorMistake;
import dev.sluice.load.ledger.EventStores;
import dev.sluice.schemas.topic.Topics;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the write side has stored and sent so far, or between two looks.
 *
 * @param events rows of the event stores
 * @param outbox rows of the outboxes, each a pack of messages
 * @param inbox updates: of positions and of how far senders were heard, beside which the write side makes few
 * @param records of Kafka's command and event topics, markers of transactions included
 */
public record Rows(long events, long outbox, long inbox, long records) {

    /** The contexts that take part in a checkout. */
    private static Stream<String> contexts() {
        return Stream.of("ordering", "stock", "payment", "promotion");
    }

    public static Rows now(Installation installation) {
        EventStores stores = new EventStores(installation.mysql());
        try {
            return new Rows(
                    sum(stores, "SELECT COALESCE(MAX(global_index), 0) FROM sluice_%s.domain_event_entry"),
                    sum(stores, "SELECT COALESCE(MAX(seq), 0) FROM sluice_%s.outbox"),
                    stores.number("SELECT VARIABLE_VALUE FROM performance_schema.global_status"
                            + " WHERE VARIABLE_NAME = 'Innodb_rows_updated'"),
                    records(installation.kafka()));
        } catch (SQLException e) {
            throw new OperatorMistake("MySQL does not answer: " + e.getMessage());
        }
    }

    public Rows since(Rows earlier) {
        return new Rows(
                events - earlier.events, outbox - earlier.outbox, inbox - earlier.inbox, records - earlier.records);
    }

    /** Numbers of rows are counted up without a gap, but for what is rolled back. */
    private static long sum(EventStores stores, String sql) throws SQLException {
        return stores.number(contexts()
                .map(context -> "(" + sql.formatted(context) + ")")
                .collect(Collectors.joining(" + ", "SELECT ", "")));
    }

    private static long records(String bootstrap) {
        return LogEnds.sum(
                bootstrap,
                Topics.all().stream()
                        .map(topic -> topic.name())
                        .filter(name -> contexts()
                                .anyMatch(context ->
                                        name.equals("commands." + context) || name.equals("events." + context)))
                        .toList());
    }
}
