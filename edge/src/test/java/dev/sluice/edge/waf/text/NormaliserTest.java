package dev.sluice.edge.waf.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.edge.waf.rules.Sign;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormaliserTest {
    private final Normaliser normaliser = new Normaliser();

    @ParameterizedTest
    @CsvSource({
        "Plain Text, plain text",
        "%3Cscript%3E, <script>",
        "%253Cscript%253E, <script>",
        "%u003Cscript%u003E, <script>",
        "&lt;script&gt;, <script>",
        "&LT;script&gt, <script>",
        "&#60;script&#x3E;, <script>",
        "&#0000060script&#62, <script>",
        "&amp;lt;script>, <script>",
        "\\u003cscript\\x3e, <script>",
        "\\u{3c}script>, <script>",
        "%26%2360%3Bscript>, <script>",
        "＜script＞, <script>",
        "%EF%BC%9Cscript>, <script>",
        "%C0%BCscript>, <script>",
        "%E0%80%BCscript>, <script>",
        "%F0%80%80%BCscript>, <script>",
        "java&Tab;script&colon;x, java script:x",
        "100% cotton, 100% cotton",
        "50%, 50%",
        "AT&T & &co; &#; &#x;, at&t & &co; &#; &#x;",
        "C:\\users\\x, c:\\users\\x",
        "a%00b, ab",
    })
    void bringsWhateverEncodingIntoOneForm(String text, String normal) {
        assertThat(normal(text)).isEqualTo(normal);
    }

    @Test
    void runsWhiteSpaceTogetherAndKeepsLineBreaks() {
        assertThat(normal(" a \t b%0d%0a c%20%20")).isEqualTo(" a b\nc ");
    }

    @Test
    void readsOnWithoutComments() {
        assertThat(uncommented("un/**/ion/* x */select")).isEqualTo("un ion select");
        assertThat(uncommented("/*!50000union*/ x")).isEqualTo(" union x");
        assertThat(uncommented("/* open")).isEqualTo("/* open");
    }

    @Test
    void readsOnWithoutQuotes() {
        assertThat(normaliser.withoutQuotes(folded("c'a\"t \\/e^t`c")).lower()).isEqualTo("cat /etc");
    }

    @Test
    void tellsWhatItSaw() {
        normal("a%00");
        assertThat(normaliser.signs()).containsExactly(Sign.NUL);
        normal("%C0%AF");
        assertThat(normaliser.signs()).containsExactly(Sign.OVERLONG);
        normal("%uFF1C");
        assertThat(normaliser.signs()).containsExactly(Sign.FULL_WIDTH);
        normal("\\u0061");
        assertThat(normaliser.signs()).containsExactly(Sign.ESCAPED_LETTER);
        normal("%2525252525252541");
        assertThat(normaliser.signs()).containsExactly(Sign.DEEP_ENCODING);
        normal("Café %C3%A9 ☕ \\u00e9");
        assertThat(normaliser.signs()).isEmpty();
    }

    private String normal(String text) {
        return folded(text).lower();
    }

    private Bytes folded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return normaliser.folded(normaliser.decoded(bytes, 0, bytes.length, false));
    }

    private String uncommented(String text) {
        return normaliser.withoutComments(folded(text)).lower();
    }
}
