package dev.sluice.command.store;

import dev.sluice.command.turn.Turn;
import java.sql.Connection;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.common.jdbc.ConnectionWrapperFactory.NoOpCloseHandler;
import org.jspecify.annotations.Nullable;

/** Lends Axon the connection of the turn, which the turn alone commits and closes. */
final class TurnConnection implements ConnectionProvider {

    private @Nullable Turn turn;

    void enter(Turn next) {
        turn = next;
    }

    void leave() {
        turn = null;
    }

    Turn turn() {
        if (turn == null) {
            throw new IllegalStateException("the event store is read and written by turns only");
        }
        return turn;
    }

    @Override
    public Connection getConnection() {
        return ConnectionWrapperFactory.wrap(turn().connection(), new NoOpCloseHandler());
    }
}
