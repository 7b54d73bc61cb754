package dev.sluice.command.parking;

import static java.util.Objects.requireNonNull;

import dev.sluice.command.parking.ParkedTable.Aside;
import dev.sluice.command.parking.ParkedTable.Row;
import dev.sluice.command.parking.Queue.Letter;
import dev.sluice.command.turn.BoundedContext;
import dev.sluice.command.turn.Incoming;
import dev.sluice.command.turn.Incoming.Legible;
import dev.sluice.command.turn.Incoming.Unworkable;
import dev.sluice.command.turn.Turn;
import dev.sluice.command.turn.TurnTable;
import dev.sluice.schemas.parking.ParkingCommand;
import dev.sluice.schemas.wire.Message;
import dev.sluice.schemas.wire.UnreadableMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages that cannot be carried out are set aside, and with each, in order, what comes later for its key. What an operator asks
 * for marks the letter; what is marked is carried out by a turn of its own, and then those that have waited behind it.
 */
public final class Parked implements TurnTable {

    private static final Logger LOG = LoggerFactory.getLogger(Parked.class);
    private static final String WAITS = "waits behind an earlier message of its key";

    /** How many of a lane are carried out in one turn. */
    private static final int BATCH = 100;

    private final BoundedContext context;
    private final DataSource dataSource;
    private final ParkedTable table;
    private final Queues queues = new Queues();
    private final Changes changes;
    private final Tidings tidings;
    private final Map<Long, Lent> lent = new HashMap<>();

    /** A row that is being carried out. */
    private record Lent(Lane lane, String content) {}

    public Parked(BoundedContext context, String topic, DataSource dataSource) {
        this.context = context;
        this.dataSource = dataSource;
        this.table = new ParkedTable(topic);
        this.changes = new Changes("/" + context.name());
        this.tidings = new Tidings(context.name(), topic, changes);
    }

    /** The handler of operators' commands, for the command bus. */
    public Acts acts() {
        return new Acts(queues, changes, tidings);
    }

    @Override
    public void claimed(Connection connection, Set<Integer> partitions) throws SQLException {
        queues.claimed(partitions, table.queues(connection, partitions));
    }

    @Override
    public void released(Set<Integer> partitions) {
        queues.released(partitions);
    }

    @Override
    public boolean isDue(Instant now) {
        return queues.firstOpen() != null;
    }

    @Override
    public List<Incoming> backlog() throws SQLException {
        lent.clear();
        Lane lane = queues.firstOpen();
        if (lane == null) {
            return List.of();
        }
        try (Connection connection = dataSource.getConnection()) {
            List<Row> rows = table.oldest(connection, lane, BATCH);
            if (rows.isEmpty()) {
                queues.drop(lane);
            }
            return rows.stream().map(row -> lend(lane, row)).toList();
        }
    }

    private Incoming lend(Lane lane, Row row) {
        lent.put(row.id(), new Lent(lane, row.content()));
        try {
            Message<?> message = Content.message(row.content());
            if (row.isEdited()) {
                requireSameTarget(message);
            }
            return new Legible(lane.partition(), row.position(), row.position(), row.id(), message);
        } catch (UnreadableMessage | IllegalArgumentException e) {
            return new Unworkable(
                    lane.partition(),
                    row.position(),
                    row.position(),
                    row.id(),
                    lane.key(),
                    row.content(),
                    String.valueOf(e.getMessage()));
        }
    }

    /** Another aggregate may belong to another partition, and so to another owner. */
    private void requireSameTarget(Message<?> message) {
        String target = context.target(message.data());
        if (!target.equals(message.subject())) {
            throw new IllegalArgumentException("the new payload concerns " + target + ", not " + message.subject());
        }
    }

    @Override
    public void begin(Turn turn) {
        changes.begin(turn.startedAt());
    }

    @Override
    public boolean settles(Incoming input) {
        Long row = input.row();
        if (row != null) {
            return settlesAgain(row, input);
        }
        Lane lane = new Lane(input.partition(), input.key());
        Queue queue = queues.find(lane);
        return switch (input) {
            case Legible legible when legible.message().data() instanceof ParkingCommand -> false;
            case Legible _ when queue == null -> false;
            case Legible _ -> queueUp(lane, requireNonNull(queue), input, WAITS);
            case Unworkable unworkable when queue == null -> park(lane, unworkable);
            case Unworkable unworkable -> queueUp(lane, requireNonNull(queue), input, unworkable.reason());
        };
    }

    private boolean queueUp(Lane lane, Queue queue, Incoming input, String reason) {
        changes.aside(new Aside(lane, input, reason, null));
        queues.put(lane, queue.longer());
        return true;
    }

    private boolean park(Lane lane, Unworkable input) {
        Letter letter = Letter.first();
        changes.aside(new Aside(lane, input, input.reason(), letter));
        queues.put(lane, new Queue(1, 0, letter));
        tidings.failed(lane, letter, input.content(), input.reason(), null);
        return true;
    }

    /** Was set aside before and has its turn, unless one before it has failed just now: then it stays where it is. */
    private boolean settlesAgain(long row, Incoming input) {
        Lent place = requireNonNull(lent.get(row));
        Queue queue = queues.find(place.lane);
        if (queue == null || !queue.isOpen()) {
            return true;
        }
        if (input instanceof Unworkable unworkable) {
            parkAgain(row, place, queue, unworkable.reason());
            return true;
        }
        changes.done(row);
        queues.put(place.lane, queue.withoutHead());
        Letter letter = queue.head();
        if (letter != null) {
            tidings.done(place.lane, letter, requireNonNull(letter.act()));
        }
        return false;
    }

    private void parkAgain(long row, Lent place, Queue queue, String reason) {
        Letter before = queue.head();
        Letter letter = before == null ? Letter.first() : before.failedAgain();
        changes.failed(row, letter, reason);
        queues.put(place.lane, queue.headedBy(letter));
        tidings.failed(place.lane, letter, place.content, reason, before == null ? null : before.act());
    }

    @Override
    public void flush(Turn turn) throws SQLException {
        changes.write(turn.connection(), table);
        queues.changed().forEach((lane, queue) -> {
            if (!queue.isEmpty() && !queue.isOpen()) {
                queues.put(lane, tidings.told(lane, queue, requireNonNull(queue.head())));
            }
        });
        changes.send(turn);
    }

    @Override
    public void committed(Turn turn) {
        for (Aside message : changes.aside()) {
            if (message.letter() == null) {
                LOG.debug("{}: {} waits behind a parked message", context.name(), message.lane());
            } else {
                LOG.warn(
                        "{}: parked the message at {} of {}: {}",
                        context.name(),
                        message.input().position(),
                        message.lane(),
                        message.reason());
            }
        }
        queues.committed();
        clear();
    }

    @Override
    public void forget() {
        queues.forget();
        clear();
    }

    private void clear() {
        changes.clear();
        tidings.clear();
    }
}
