package dev.sluice.command.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.command.turn.Position;
import dev.sluice.schemas.order.OrderCommand.CheckDeadline;
import dev.sluice.schemas.wire.Message;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequenceTest {

    private static final String SOURCE = "/ordering/2/8c4SGxTs";

    private static @Nullable Sequence of(String source, String id) {
        return Sequence.of(new Message<>(id, source, "o1", Instant.EPOCH, null, new CheckDeadline("o1")));
    }

    private static Sequence at(String id) {
        return Objects.requireNonNull(of(SOURCE, id));
    }

    @Test
    void isReadFromWhatTheMessageIsCalled() {
        assertThat(of(SOURCE, "17.3.1")).isEqualTo(new Sequence("/ordering/2", "8c4SGxTs", new Position(17, 3), 1));
    }

    @ParameterizedTest
    @CsvSource({
        "/edge, 0190c1f2-7a3e-7b61-8000-5ee1a3f0c2d4",
        "/edge, 17.3.1",
        "/ordering/2, 17.3.1",
        "/ordering/2/8c4SGxTs, parked.17.0",
        "/ordering/2/8c4SGxTs, due.o1.1790000000000",
        "/ordering/2/8c4SGxTs, 17.3",
        "/ordering/2/8c4SGxTs, 17.3.1.0",
    })
    void whatIsSentInNoOrderHasNone(String source, String id) {
        assertThat(of(source, id)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "17.3.1, true",
        "17.3.0, true",
        "17.2.9, true",
        "9.30.4, true",
        "17.3.2, false",
        "17.4.0, false",
        "18.0.0, false"
    })
    void endsWithTheLatest(String id, boolean before) {
        assertThat(at(id).isUpTo(at("17.3.1"))).isEqualTo(before);
    }

    @Test
    void sayNothingAboutAnotherLog() {
        Sequence elsewhere = Objects.requireNonNull(of("/ordering/2/another", "0.0.0"));
        assertThat(elsewhere.isUpTo(at("17.3.1"))).isFalse();
    }

    @Test
    void isStoredAsAPlace() {
        assertThat(Sequence.read("/ordering/2", at("17.3.1").place())).isEqualTo(at("17.3.1"));
    }
}
