package dev.sluice.edge.waf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.edge.server.Wire;
import dev.sluice.edge.settings.WafSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Puts every attack of {@code waf/attacks.txt} through the edge, in each place where such a thing is sent. */
class AttacksTest {
    private final Wire wire = Firewall.wire(WafSettings.Mode.BLOCK);

    @TestFactory
    Stream<DynamicTest> refusesEveryAttackOf() throws IOException {
        return families().entrySet().stream()
                .map(family -> DynamicTest.dynamicTest(
                        family.getKey(),
                        () -> assertThat(family.getValue())
                                .filteredOn(attack -> requests(attack).anyMatch(request -> !refused(request)))
                                .isEmpty()));
    }

    /** What is no HTTP at all is refused before the firewall sees it. */
    private boolean refused(byte[] request) {
        int status = wire.status(request);
        return status == 403 || status == 400 || status == 501 || status == 505;
    }

    private static Map<String, List<String>> families() throws IOException {
        Map<String, List<String>> families = new LinkedHashMap<>();
        try (var in = Objects.requireNonNull(AttacksTest.class.getResourceAsStream("/waf/attacks.txt"))) {
            List<String> attacks = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("= ")) {
                    attacks = new ArrayList<>();
                    families.put(line.substring(2), attacks);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    attacks.add(line);
                }
            }
        }
        return families;
    }

    private static Stream<byte[]> requests(String attack) {
        String place = attack.substring(0, attack.indexOf(' '));
        String text = attack.substring(place.length() + 1);
        return switch (place) {
            case "arg" ->
                Stream.of(
                        Http.get("/x?a=b&c=" + Http.encoded(text)),
                        Http.form("/x", "c=" + Http.encoded(text) + "&d=e"),
                        Http.json("POST", "/x", "{\"a\": [1, {\"b\": " + Http.quoted(text) + "}]}"),
                        Http.get("/x", "Cookie: a=b; c=" + Http.encoded(text).replace("+", "%20")));
            case "name" ->
                Stream.of(
                        Http.get("/x?" + Http.encoded(text) + "=1"),
                        Http.json("POST", "/x", "{" + Http.quoted(text) + ": 1}"));
            case "path" -> Stream.of(Http.get(text));
            case "agent" -> Stream.of(Http.get("/x", "User-Agent: " + text));
            case "head" -> Stream.of(Http.get("/x", text));
            case "raw" -> Stream.of(text.replace("~", "\r\n").getBytes(StandardCharsets.UTF_8));
            default -> throw new IllegalArgumentException(attack);
        };
    }
}
