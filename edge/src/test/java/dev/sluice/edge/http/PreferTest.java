package dev.sluice.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none                            | 0",
                "wait=10                         | 10",
                "Wait = 10                       | 10",
                "wait=\"10\"                     | 10",
                "respond-async, wait=5           | 5",
                "wait=5; foo=bar, return=minimal | 5",
                "wait=100                        | 30",
                "wait=999999999                  | 30",
                "wait=99999999999999999999       | 0",
                "wait=0                          | 0",
                "wait=-1                         | 0",
                "wait                            | 0",
                "await=5                         | 0",
            })
    void readsTheWaitAndCapsIt(String header, long seconds) {
        assertThat(Prefer.waitOf(header, Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(seconds));
    }
}
