package dev.sluice.command.turn;

import dev.sluice.command.message.Outgoing;
import dev.sluice.command.turn.BoundedContext.Work;
import dev.sluice.command.turn.Incoming.Legible;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out messages in turns. All of a turn is stored, or nothing of it: a command that breaks takes nobody along, since the
 * turn is split around it until it stands alone; what keeps failing alone while the database takes writes is parked.
 */
public final class Turns {

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final int ATTEMPTS_ALONE = 3;

    /** Of a topic id's 22 letters, each of 6 bits: what is sent carries them, and no context sees many logs. */
    private static final int LOG_NAME = 8;

    private final BoundedContext context;
    private final Dispatcher dispatcher;
    private final DataSource dataSource;
    private final List<TurnTable> tables;
    private final Clock clock;
    private String log = "";

    /** @param tables in the order in which they are flushed */
    public Turns(
            BoundedContext context, Dispatcher dispatcher, DataSource dataSource, List<TurnTable> tables, Clock clock) {
        this.context = context;
        this.dispatcher = dispatcher;
        this.dataSource = dataSource;
        this.tables = List.copyOf(tables);
        this.clock = clock;
    }

    /** Throws {@link Outage} when it could not be finished; what was committed until then stays. */
    public void run(List<Incoming> inputs) {
        runBacklog();
        Deque<List<Incoming>> slices = new ArrayDeque<>(List.of(inputs));
        for (List<Incoming> slice = slices.poll(); slice != null; slice = slices.poll()) {
            run(slice, slices);
            runBacklog();
        }
    }

    private void run(List<Incoming> slice, Deque<List<Incoming>> slices) {
        try {
            commit(slice);
        } catch (SQLException | RuntimeException e) {
            giveUp(e);
            if (slice.size() > 1) {
                split(slice, e).reversed().forEach(slices::push);
            } else if (!slice.isEmpty()) {
                runAlone(slice.getFirst());
            } else {
                throw new Outage(Outage.firstLine(e), e);
            }
        }
    }

    /** What operators have released goes before what comes later: nobody overtakes within a key. */
    private void runBacklog() {
        Deque<List<Incoming>> slices = new ArrayDeque<>();
        for (List<Incoming> slice = backlog(); !slice.isEmpty(); slice = backlog()) {
            slices.push(slice);
            while (!slices.isEmpty()) {
                run(slices.pop(), slices);
            }
        }
    }

    private List<Incoming> backlog() {
        try {
            List<Incoming> backlog = new ArrayList<>();
            for (TurnTable table : tables) {
                backlog.addAll(table.backlog());
            }
            return backlog;
        } catch (SQLException e) {
            throw Outage.ofMySql(e);
        }
    }

    /**
     * These partitions are ours now. The connection's transaction is the caller's.
     *
     * @param topicId which log of that name they belong to
     */
    public void claimed(Connection connection, Set<Integer> partitions, String topicId) throws SQLException {
        log = topicId.substring(0, Math.min(LOG_NAME, topicId.length()));
        for (TurnTable table : tables) {
            table.claimed(connection, partitions);
        }
    }

    public void released(Set<Integer> partitions) {
        tables.forEach(table -> table.released(partitions));
    }

    /** Whether a turn is worth while although no message has come. */
    public boolean isDue() {
        Instant now = clock.instant();
        return tables.stream().anyMatch(table -> table.isDue(now));
    }

    private void runAlone(Incoming input) {
        Throwable failure = null;
        for (int attempt = 0; attempt < ATTEMPTS_ALONE; attempt++) {
            try {
                commit(List.of(input));
                return;
            } catch (SQLException | RuntimeException e) {
                giveUp(e);
                failure = e instanceof CommandFailed && e.getCause() != null ? e.getCause() : e;
            }
        }
        park(input, String.valueOf(failure).lines().findFirst().orElse(""));
    }

    private void park(Incoming input, String reason) {
        try {
            commit(List.of(Incoming.Unworkable.of(input, reason)));
        } catch (SQLException | RuntimeException e) {
            giveUp(e);
            throw new Outage("cannot even park a message: " + Outage.firstLine(e), e);
        }
    }

    private void commit(List<Incoming> inputs) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Turn turn = new Turn(context.name(), log, connection, inputs, clock.instant());
            try {
                carryOut(turn);
                connection.commit();
            } catch (Throwable e) {
                rollback(connection, e);
                throw e;
            }
            tables.forEach(table -> table.committed(turn));
        }
    }

    private void carryOut(Turn turn) throws SQLException {
        for (TurnTable table : tables) {
            table.begin(turn);
        }
        List<Legible> open = new ArrayList<>(turn.inputs().size());
        for (Incoming input : turn.inputs()) {
            if (tables.stream().noneMatch(table -> table.settles(input)) && input instanceof Legible legible) {
                open.add(legible);
            }
        }
        for (Work work : context.plan(open)) {
            List<Outgoing> messages = dispatcher.dispatch(work);
            turn.send(messages, work.cause());
        }
        for (TurnTable table : tables) {
            table.flush(turn);
        }
    }

    private static void rollback(Connection connection, Throwable reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    /** Whatever is in memory may be ahead of the database now. */
    private void giveUp(Exception failure) {
        tables.forEach(TurnTable::forget);
        Outage outage = Outage.behind(failure);
        if (outage != null) {
            throw outage;
        }
        LOG.debug("{}: a turn failed and is split", context.name(), failure);
    }

    private static List<List<Incoming>> split(List<Incoming> slice, Exception failure) {
        int culprit = failure instanceof CommandFailed failed ? slice.indexOf(failed.input()) : -1;
        int from = culprit < 0 ? slice.size() / 2 : culprit;
        int to = culprit < 0 ? from : culprit + 1;
        return List.of(slice.subList(0, from), slice.subList(from, to), slice.subList(to, slice.size())).stream()
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
