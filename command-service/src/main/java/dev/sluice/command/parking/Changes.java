package dev.sluice.command.parking;

import dev.sluice.command.message.Outgoing;
import dev.sluice.command.parking.ParkedTable.Aside;
import dev.sluice.command.parking.Queue.Letter;
import dev.sluice.command.turn.Turn;
import dev.sluice.schemas.parking.ParkingAct;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the turn in hand does to the table of parked messages, and what is to be said of it. */
final class Changes {

    private final String source;
    private final List<Aside> aside = new ArrayList<>();
    private final List<Long> done = new ArrayList<>();
    private final List<Failed> failed = new ArrayList<>();
    private final List<Released> released = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();
    private Instant now = Instant.EPOCH;

    private record Failed(long row, Letter letter, String reason) {}

    private record Released(
            Lane lane,
            Letter letter,
            ParkingAct act,
            @Nullable String data) {}

    private record Said(Outgoing message, int partition, String id) {}

    /** @param source of edited messages that name none */
    Changes(String source) {
        this.source = source;
    }

    void begin(Instant startedAt) {
        now = startedAt;
    }

    /** When the turn began. */
    Instant now() {
        return now;
    }

    void aside(Aside message) {
        aside.add(message);
    }

    List<Aside> aside() {
        return aside;
    }

    void done(long row) {
        done.add(row);
    }

    void failed(long row, Letter letter, String reason) {
        failed.add(new Failed(row, letter, reason));
    }

    /** @param data in place of the old payload, or null to keep that */
    void released(Lane lane, Letter letter, ParkingAct act, @Nullable String data) {
        released.add(new Released(lane, letter, act, data));
    }

    void dropped(Letter letter) {
        dropped.add(letter.id());
    }

    /** @param id unique among all messages of the partition */
    void say(Outgoing message, int partition, String id) {
        said.add(new Said(message, partition, id));
    }

    void write(Connection connection, ParkedTable table) throws SQLException {
        table.insert(connection, aside);
        for (Failed failure : failed) {
            table.failed(connection, failure.row, failure.letter, failure.reason);
        }
        for (Released release : released) {
            table.release(connection, release.letter, release.act, content(connection, table, release));
        }
        table.drop(connection, dropped);
        table.delete(connection, done);
    }

    private @Nullable String content(Connection connection, ParkedTable table, Released release) throws SQLException {
        return release.data == null
                ? null
                : Content.edited(
                        table.content(connection, release.letter),
                        release.data,
                        release.letter.id(),
                        source,
                        release.lane.key(),
                        now);
    }

    void send(Turn turn) {
        said.forEach(message -> turn.send(message.message, message.partition, message.id, null));
    }

    void clear() {
        aside.clear();
        done.clear();
        failed.clear();
        released.clear();
        dropped.clear();
        said.clear();
    }
}
