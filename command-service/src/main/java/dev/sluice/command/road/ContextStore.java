package dev.sluice.command.road;

import dev.sluice.command.inbox.Inbox;
import dev.sluice.command.inbox.Origin;
import dev.sluice.command.kafka.Cluster;
import dev.sluice.command.turn.BoundedContext;
import dev.sluice.command.turn.Incoming;
import dev.sluice.command.turn.Outage;
import dev.sluice.command.turn.Position;
import dev.sluice.command.turn.Turns;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** A context's database, seen from its road: it is migrated before it is used, and every call may end in an {@link Outage}. */
public final class ContextStore {

    private static final int PROBE_SECONDS = 2;

    private final BoundedContext context;
    private final DataSource dataSource;
    private final Flyway flyway;
    private final Inbox inbox;
    private final Turns turns;
    private final Cluster cluster;
    private boolean migrated;

    public ContextStore(
            BoundedContext context, DataSource dataSource, Flyway flyway, Inbox inbox, Turns turns, Cluster cluster) {
        this.context = context;
        this.dataSource = dataSource;
        this.flyway = flyway;
        this.inbox = inbox;
        this.turns = turns;
        this.cluster = cluster;
    }

    /** Takes the partitions from whoever had them, and says where each goes on. */
    Map<Integer, Position> claim(Set<TopicPartition> partitions) {
        String topic = partitions.iterator().next().topic();
        Origin origin = new Origin(cluster.id(), cluster.topicId(topic));
        Map<Integer, Long> beginnings = new HashMap<>();
        cluster.beginnings(partitions).forEach((partition, offset) -> beginnings.put(partition.partition(), offset));
        migrate();
        context.requireReady();
        try (Connection connection = dataSource.getConnection()) {
            Map<Integer, Position> positions = inbox.claim(connection, beginnings, origin);
            turns.claimed(connection, beginnings.keySet(), origin.topicId());
            connection.commit();
            return positions;
        } catch (SQLException e) {
            throw Outage.ofMySql(e);
        }
    }

    void released(Set<Integer> partitions) {
        turns.released(partitions);
    }

    void carryOut(List<Incoming> inputs) {
        turns.run(inputs);
    }

    boolean isDue() {
        return turns.isDue();
    }

    /** Notices an outage although nothing is to be done. */
    void probe() {
        try (Connection connection = dataSource.getConnection()) {
            if (!connection.isValid(PROBE_SECONDS)) {
                throw new Outage("MySQL does not answer");
            }
        } catch (SQLException e) {
            throw Outage.ofMySql(e);
        }
    }

    /** Does so once. A member of the group that has no partition needs the schema, too: it may be given one at any time. */
    void migrate() {
        if (!migrated) {
            try {
                flyway.migrate();
            } catch (FlywayException e) {
                throw Outage.ofMySql(e);
            }
            migrated = true;
        }
    }
}
