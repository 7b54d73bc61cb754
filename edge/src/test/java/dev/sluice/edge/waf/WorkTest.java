package dev.sluice.edge.waf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.edge.server.Wire;
import dev.sluice.edge.settings.WafSettings;
import dev.sluice.edge.waf.rules.Target;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What hostile input can make the firewall do: counted in bytes looked at, not timed. */
class WorkTest {
    /** Of every byte: the raw scan, four layers of decoding, folding, three readings and a scan of each. */
    private static final int LOOKS = 16;

    private final Inspector inspector = new Inspector(Firewall.RULES);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "../",
                "%2525252525",
                "&amp;",
                "&#",
                "&lt",
                "\\u00",
                "\\u{",
                "/*",
                "/**/",
                "*/",
                "'",
                "( ",
                "union ",
                "select from ",
                "<script>",
                "${",
                "\n",
                "\u00ef\u00bc\u009c",
                "\u00c0",
                "() {",
                "; ",
                "\" or ",
                "%u",
                "[[",
                "{{",
                "x'\\"
            })
    void looksAtEachByteABoundedNumberOfTimes(String unit) {
        byte[] bytes = unit.repeat(64 * 1024 / unit.length()).getBytes(StandardCharsets.ISO_8859_1);
        long before = inspector.work();

        inspector.begin(new BitSet());
        inspector.text(Target.FORM, bytes, 0, bytes.length, true);

        assertThat(inspector.work() - before).isLessThanOrEqualTo((long) LOOKS * bytes.length + Inspector.BUDGET);
    }

    @Test
    void randomBytesNeverMakeItStumble() {
        Random random = new Random(11);
        byte[][] pieces = {
            "%".getBytes(StandardCharsets.ISO_8859_1),
            "&#x".getBytes(StandardCharsets.ISO_8859_1),
            "\\u".getBytes(StandardCharsets.ISO_8859_1),
            "/*!".getBytes(StandardCharsets.ISO_8859_1),
            "*/".getBytes(StandardCharsets.ISO_8859_1),
            {(byte) 0xef, (byte) 0xbc},
            {(byte) 0xc0}
        };
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            byte[] piece = pieces[random.nextInt(pieces.length)];
            int most = bytes.length - piece.length;
            if (most >= 0) {
                System.arraycopy(piece, 0, bytes, random.nextBoolean() ? most : random.nextInt(most + 1), piece.length);
            }
            inspector.begin(new BitSet());
            for (Target target : Target.values()) {
                inspector.text(target, bytes, 0, bytes.length, random.nextBoolean());
            }
            new JsonStrings().inspect(inspector, bytes);
            Parts.cookies(inspector, bytes, bytes.length);
            Parts.pairs(inspector, Target.FORM, bytes, 0, bytes.length);
            assertThat(inspector.score()).isNotNegative();
        }
    }

    @Test
    void randomBytesGetAnAnswerOrNone() {
        Random random = new Random(13);
        Wire wire = Firewall.wire(WafSettings.Mode.BLOCK);
        for (int i = 0; i < 200; i++) {
            byte[] body = new byte[random.nextInt(300)];
            random.nextBytes(body);
            String type = random.nextBoolean() ? "application/json" : "application/x-www-form-urlencoded";
            byte[] head = "POST /x HTTP/1.1\r\nHost: x\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                    .formatted(type, body.length)
                    .getBytes(StandardCharsets.ISO_8859_1);
            byte[] whole = new byte[head.length + body.length];
            System.arraycopy(head, 0, whole, 0, head.length);
            System.arraycopy(body, 0, whole, head.length, body.length);

            assertThat(wire.status(whole)).isIn(200, 403);
        }
    }
}
