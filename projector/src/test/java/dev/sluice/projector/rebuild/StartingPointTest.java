package dev.sluice.projector.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartingPointTest {

    @Test
    void isATimeOrOffsetsOrTheBeginning() {
        Instant november = Instant.parse("2026-11-01T00:00:00Z");

        assertThat(StartingPoint.parse("")).isEqualTo(new StartingPoint.Beginning());
        assertThat(StartingPoint.parse("2026-11-01T00:00Z")).isEqualTo(new StartingPoint.At(november));
        assertThat(StartingPoint.parse("2026-11-01T01:00:00+01:00")).isEqualTo(new StartingPoint.At(november));
        assertThat(StartingPoint.parse("events.ordering-0@120, events.ordering-1@95"))
                .isEqualTo(new StartingPoint.Offsets(Map.of(
                        new TopicPartition("events.ordering", 0), 120L,
                        new TopicPartition("events.ordering", 1), 95L)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-11-01", "120", "events.ordering@120", "events.ordering-0@-1", "a-0@1,"})
    void anythingElseIsToldTheMend(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StartingPoint.parse(text))
                .withMessageContaining("events.ordering-0@120");
    }
}
