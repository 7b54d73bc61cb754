package dev.sluice.load.reconcile;

import dev.sluice.load.http.Answer;
import dev.sluice.load.http.Sender;
import dev.sluice.load.patience.Backoff;
import dev.sluice.load.patience.Stall;
import io.lettuce.core.RedisException;
import java.sql.SQLException;
import java.time.Duration;

/** Reads of servers that may be restarting. */
final class Retry {

    private Retry() {}

    interface Read<T> {
        T read() throws SQLException;
    }

    /** Reads again what cannot be read now. Throws {@link dev.sluice.load.patience.Stalled}. */
    static <T> T until(Stall stall, Read<T> read) {
        Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(2));
        while (true) {
            try {
                return read.read();
            } catch (SQLException | RedisException | Sender.Unreachable | Answer.Unexpected e) {
                stall.check(String.valueOf(e.getMessage()));
                backoff.pause();
            }
        }
    }
}
