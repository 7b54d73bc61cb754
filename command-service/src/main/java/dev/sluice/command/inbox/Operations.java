package dev.sluice.command.inbox;

import dev.sluice.command.sql.In;
import dev.sluice.command.turn.BoundedContext;
import dev.sluice.command.turn.Incoming;
import dev.sluice.command.turn.Incoming.Legible;
import dev.sluice.command.turn.Turn;
import dev.sluice.command.turn.TurnTable;
import dev.sluice.schemas.parking.ParkingCommand;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Operations that were carried out, so that asking again, at whatever offset, does nothing again. */
public final class Operations implements TurnTable {

    private final BoundedContext context;
    private final Set<String> known = new HashSet<>();
    private final Set<String> fresh = new LinkedHashSet<>();

    public Operations(BoundedContext context) {
        this.context = context;
    }

    @Override
    public void begin(Turn turn) throws SQLException {
        Set<String> asked = turn.legible()
                .map(this::idOf)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        In.select(
                turn.connection(),
                "SELECT id FROM operation WHERE id IN (%s)",
                asked,
                row -> known.add(row.getString(1)));
    }

    @Override
    public boolean settles(Incoming input) {
        String id = input instanceof Legible legible ? idOf(legible) : null;
        return id != null && (known.contains(id) || !fresh.add(id));
    }

    private @Nullable String idOf(Legible input) {
        return input.message().data() instanceof ParkingCommand command
                ? command.operationId()
                : context.operationId(input.message().data());
    }

    @Override
    public void flush(Turn turn) throws SQLException {
        if (fresh.isEmpty()) {
            return;
        }
        try (PreparedStatement statement =
                turn.connection().prepareStatement("INSERT INTO operation (id, done_at) VALUES (?, ?)")) {
            LocalDateTime now = LocalDateTime.ofInstant(turn.startedAt(), ZoneOffset.UTC);
            for (String id : fresh) {
                statement.setString(1, id);
                statement.setObject(2, now);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    @Override
    public void committed(Turn turn) {
        forget();
    }

    @Override
    public void forget() {
        known.clear();
        fresh.clear();
    }
}
