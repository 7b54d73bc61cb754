package dev.sluice.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.schemas.message.Payload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WireNamesTest {
    /** Names are stored for ever. Add new ones to the list; never change or remove one. */
    @Test
    void areTheseForEver() throws IOException {
        assertThat(String.join("\n", WireNames.all().stream().sorted().toList()))
                .isEqualTo(golden());
    }

    @Test
    void leadToTheirTypesAndBack() {
        assertThat(WireNames.all())
                .allSatisfy(name -> assertThat(WireNames.of(Objects.requireNonNull(WireNames.classOf(name))))
                        .isEqualTo(name));
    }

    @Test
    void tellContextTypeAndRevision() {
        assertThat(WireNames.all()).allMatch(name -> name.matches("[a-z]+\\.[A-Z][A-Za-z]+\\.v[1-9]"));
    }

    @Test
    void knowNoOtherName() {
        assertThat(WireNames.classOf("ordering.OrderPlaced")).isNull();
        assertThatThrownBy(() -> WireNames.of(Payload.class)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String golden() throws IOException {
        try (var in = Objects.requireNonNull(WireNamesTest.class.getResourceAsStream("/wire-names.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
