package dev.sluice.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {
    private static final String GIVEN = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void passesOnWhatTheClientSent() {
        assertThat(Trace.of(GIVEN).parent()).isEqualTo(GIVEN);
        assertThat(Trace.of(GIVEN).id()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
            })
    void mintsOneInPlaceOfAMalformedOne(String header) {
        Trace minted = Trace.of(header);

        assertThat(minted.parent()).isNotEqualTo(header).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(Trace.of(minted.parent())).isEqualTo(minted);
    }

    @Test
    void passesOnWhatALaterVersionAdds() {
        String later = "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more";

        assertThat(Trace.of(later).parent()).isEqualTo(later);
    }

    @Test
    void mintsANewOneEachTime() {
        assertThat(Trace.of(null)).isNotEqualTo(Trace.of(null));
    }
}
