package dev.sluice.edge.waf.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.edge.settings.WafSettings;
import dev.sluice.edge.waf.Loading;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LiteralsTest {
    @Test
    void findsEveryLiteralWhateverTheCaseAndTheOverlap() {
        Literals all = Literals.of(List.of(List.of("he", "hers"), List.of("she"), List.of("../")), List.of());

        assertThat(groups(all, "uSHErs")).containsExactly(0, 1);
        assertThat(groups(all, "x../")).containsExactly(2);
        assertThat(groups(all, "h e r s . ./")).isEmpty();
    }

    @Test
    void findsWhatASearchForEachLiteralFinds() {
        Random random = new Random(7);
        List<List<String>> literals = new ArrayList<>();
        for (int group = 0; group < 70; group++) {
            literals.add(List.of(word(random, 2 + random.nextInt(6)), word(random, 2)));
        }
        Literals all = Literals.of(literals, List.of("a.cab", "abba"));

        for (int i = 0; i < 2_000; i++) {
            String text = word(random, random.nextInt(30));
            List<Integer> wanted = new ArrayList<>();
            for (int group = 0; group < literals.size(); group++) {
                if (literals.get(group).stream().anyMatch(text::contains)) {
                    wanted.add(group);
                }
            }
            assertThat(groups(all, text)).as(text).isEqualTo(wanted);
        }
    }

    @Test
    void saysWhatKindsOfBytesThereAre() {
        Literals all = Literals.of(List.of(List.of("xy")), List.of());

        assertThat(kinds(all, "plain text, as most is")).isZero();
        assertThat(kinds(all, "a%41")).isEqualTo(Literals.ENCODED);
        assertThat(kinds(all, "a\u0000")).isEqualTo(Literals.ENCODED | Literals.SPACED);
        assertThat(kinds(all, "o'brien")).isEqualTo(Literals.QUOTED);
        assertThat(kinds(all, "a/*")).isEqualTo(Literals.STARRED);
        assertThat(kinds(all, "mug*2")).isZero();
        assertThat(kinds(all, "text/html, */*;q=0.8")).isZero();
        assertThat(kinds(all, "*/*")).isZero();
        assertThat(kinds(all, "un*/*ion")).isEqualTo(Literals.STARRED);
        assertThat(kinds(all, "a+b")).isEqualTo(Literals.PLUS);
        assertThat(kinds(all, "a  b")).isEqualTo(Literals.SPACED);
        assertThat(kinds(all, "aXyb")).isEqualTo(Literals.FOUND);
    }

    @Test
    void comparesFewLiteralsAtAnyByte() {
        assertThat(Loading.rules(new WafSettings(WafSettings.Mode.BLOCK, 5, null, List.of()))
                        .literals()
                        .mostCompared())
                .isLessThanOrEqualTo(12);
    }

    /** Without the single space, which is nothing special. */
    private static int kinds(Literals literals, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        int all = Literals.ENCODED
                | Literals.QUOTED
                | Literals.STARRED
                | Literals.PLUS
                | Literals.SPACED
                | Literals.FOUND;
        return literals.scan(bytes, 0, bytes.length, new long[1]) & all;
    }

    private static List<Integer> groups(Literals all, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        long[] seen = new long[2];
        all.scan(bytes, 0, bytes.length, seen);
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
