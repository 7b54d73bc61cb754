package dev.sluice.edge.waf.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AutomatonTest {
    @Test
    void findsEveryLiteralWhateverTheCaseAndTheOverlap() {
        Automaton automaton = Automaton.of(List.of(List.of("he", "hers"), List.of("she"), List.of("../")));

        assertThat(groups(automaton, "uSHErs")).containsExactly(0, 1);
        assertThat(groups(automaton, "x../")).containsExactly(2);
        assertThat(groups(automaton, "h e r s . ./")).isEmpty();
    }

    @Test
    void findsWhatASearchForEachLiteralFinds() {
        Random random = new Random(7);
        List<List<String>> literals = new ArrayList<>();
        for (int group = 0; group < 70; group++) {
            literals.add(List.of(word(random, 1 + random.nextInt(4)), word(random, 2)));
        }
        Automaton automaton = Automaton.of(literals);

        for (int i = 0; i < 2_000; i++) {
            String text = word(random, random.nextInt(30));
            List<Integer> wanted = new ArrayList<>();
            for (int group = 0; group < literals.size(); group++) {
                if (literals.get(group).stream().anyMatch(text::contains)) {
                    wanted.add(group);
                }
            }
            assertThat(groups(automaton, text)).as(text).isEqualTo(wanted);
        }
    }

    @Test
    void saysWhatKindsOfBytesThereAre() {
        Automaton automaton = Automaton.of(List.of(List.of("xy")));

        assertThat(kinds(automaton, "plain text, as most is")).isZero();
        assertThat(kinds(automaton, "a%41")).isEqualTo(Automaton.ENCODED);
        assertThat(kinds(automaton, "a\u0000")).isEqualTo(Automaton.ENCODED | Automaton.SPACED);
        assertThat(kinds(automaton, "o'brien")).isEqualTo(Automaton.QUOTED);
        assertThat(kinds(automaton, "a/*")).isEqualTo(Automaton.STARRED);
        assertThat(kinds(automaton, "a+b")).isEqualTo(Automaton.PLUS);
        assertThat(kinds(automaton, "a  b")).isEqualTo(Automaton.SPACED);
        assertThat(kinds(automaton, "aXyb")).isEqualTo(Automaton.FOUND);
    }

    /** Without the single space, which is nothing special. */
    private static int kinds(Automaton automaton, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        int all = Automaton.ENCODED
                | Automaton.QUOTED
                | Automaton.STARRED
                | Automaton.PLUS
                | Automaton.SPACED
                | Automaton.FOUND;
        return automaton.scan(bytes, 0, bytes.length, new long[1]) & all;
    }

    private static List<Integer> groups(Automaton automaton, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        long[] seen = new long[2];
        automaton.scan(bytes, 0, bytes.length, seen);
        List<Integer> groups = new ArrayList<>();
        for (int group = 0; group < 128; group++) {
            if ((seen[group >> 6] & 1L << group) != 0) {
                groups.add(group);
            }
        }
        return groups;
    }

    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append("abc.".charAt(random.nextInt(4)));
        }
        return word.toString();
    }
}
