package dev.sluice.command.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutageTest {

    private static boolean isOutage(Throwable failure) {
        return Outage.behind(new IllegalStateException("wrapped", failure)) != null;
    }

    @ParameterizedTest
    @CsvSource({
        "08S01, 0",
        "40001, 1213",
        "40001, 1205",
        "HY000, 1021",
        "HY000, 1114",
        "HY000, 1290",
        "42S02, 1146",
        "42000, 1142",
        "28000, 1045",
        "08004, 1040",
        "70100, 1317",
        "HY000, 3"
    })
    void whatTheDatabaseCannotDoForAnybodyIsAnOutage(String state, int code) {
        assertThat(isOutage(new SQLException("no", state, code))).isTrue();
    }

    @Test
    void soIsWhatTheDriverCallsSo() {
        assertThat(isOutage(new SQLTransientConnectionException())).isTrue();
        assertThat(isOutage(new SQLNonTransientConnectionException())).isTrue();
        assertThat(isOutage(new SQLTransactionRollbackException())).isTrue();
        assertThat(isOutage(new Outage("fenced"))).isTrue();
    }

    @Test
    void whatTheDatabaseDoesNotTakeOfAMessageIsNone() {
        assertThat(isOutage(new SQLDataException("too long", "22001", 1406))).isFalse();
        assertThat(isOutage(new SQLIntegrityConstraintViolationException("twice", "23000", 1062)))
                .isFalse();
        assertThat(isOutage(new SQLException("Incorrect string value", "HY000", 1366)))
                .isFalse();
        assertThat(isOutage(new IllegalArgumentException())).isFalse();
    }

    @Test
    void itNamesTheRootInOneLine() {
        SQLException failure = new SQLTransientConnectionException(
                "pool", new SQLException("link\n\nlong story", new ConnectException("Connection refused")));
        assertThat(Outage.behind(failure)).hasMessage("MySQL: Connection refused");
    }
}
