package dev.sluice.projector.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemoTest {
    private final Memo<List<String>> memo = new Memo<>();

    @Test
    void knowsWhatWasWrittenByItsBytes() {
        List<String> value = List.of("a");
        memo.keep("[\"a\"]".getBytes(UTF_8), value);

        assertThat(memo.value("[\"a\"]".getBytes(UTF_8))).isSameAs(value);
    }

    @Test
    void neverTakesOneForAnother() {
        // Two texts of one hash, and so of one slot.
        memo.keep("Aa".getBytes(UTF_8), List.of("first"));

        assertThat(memo.value("BB".getBytes(UTF_8))).isNull();

        memo.keep("BB".getBytes(UTF_8), List.of("second"));

        assertThat(memo.value("BB".getBytes(UTF_8))).containsExactly("second");
        assertThat(memo.value("Aa".getBytes(UTF_8))).isNull();
    }
}
