package dev.sluice.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.message.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whoever keeps to the schemas of the last release can go on: they are kept in one file, a schema a line. */
class ReleasedSchemasTest {
    private static final Path RELEASED = Path.of("src/test/resources/released-schemas.ndjson");
    private static final String RELEASE = "./mvnw -pl schemas -am verify -Drelease=write";

    private record Line(String file, JsonNode schema) {}

    @Test
    void nothingIsTakenAway() throws IOException {
        if ("write".equals(System.getProperty("release"))) {
            write();
        }
        Map<String, JsonNode> released = Files.readAllLines(RELEASED).stream()
                .map(line -> Json.MAPPER.readValue(line, Line.class))
                .collect(Collectors.toMap(Line::file, Line::schema));

        List<String> breaks = released.keySet().stream()
                .sorted()
                .flatMap(file -> new Compatibility(released::get, ReleasedSchemasTest::today).breaks(file).stream())
                .toList();

        assertThat(breaks)
                .as("What the last release promised is broken. After a release the promise is renewed: %s", RELEASE)
                .isEmpty();
    }

    private static void write() throws IOException {
        List<String> lines = Contract.schemaFiles().stream()
                .map(file -> Json.MAPPER.writeValueAsString(new Line(file, Contract.document(file))))
                .toList();
        Files.write(RELEASED, lines);
    }

    private static @Nullable JsonNode today(String file) {
        return Contract.has(file) ? Contract.document(file) : null;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'properties':{}} | a.json/x is gone",
                "{'properties':{'x':{'type':'string'}}} | a.json/x: type was \"integer\"",
                "{'properties':{'x':{'type':'integer','format':'int32'}}} | a.json/x: format was \"int64\"",
                "{'properties':{'x':{'type':'integer','format':'int64'},'y':{}},'required':['y']} | a.json/y must be there now",
                "{'properties':{'x':{'$ref':'b.json#/$defs/Y'}}} | a.json/x: type was",
            })
    void whatIsTakenAwayIsToldWithTheMend(String schema, String told) {
        Map<String, JsonNode> before = files("{'properties':{'x':{'type':'integer','format':'int64'}}}");
        Map<String, JsonNode> now = files(schema);

        assertThat(new Compatibility(before::get, now::get).breaks("a.json"))
                .singleElement()
                .asString()
                .startsWith(told)
                .endsWith(".");
    }

    @Test
    void whatIsAddedBreaksNothing() {
        Map<String, JsonNode> before =
                files("{'properties':{'x':{'enum':['A']},'self':{'$ref':'#'}},'required':['x']}");
        Map<String, JsonNode> now =
                files("{'properties':{'x':{'enum':['A','B']},'self':{'$ref':'#'},'y':{'type':'string'}}}");

        assertThat(new Compatibility(before::get, now::get).breaks("a.json")).isEmpty();
        assertThat(new Compatibility(now::get, before::get).breaks("a.json")).hasSize(3);
    }

    @Test
    void aFormThatIsGoneIsMissed() {
        Map<String, JsonNode> before =
                files("{'oneOf':[{'title':'One','type':'object'},{'title':'Two','type':'object'}]}");
        Map<String, JsonNode> now = files("{'oneOf':[{'title':'Two','type':'object'}]}");

        assertThat(new Compatibility(before::get, now::get).breaks("a.json"))
                .containsExactly("a.json: the form One is gone, but is stored. Keep it.");
        assertThat(new Compatibility(before::get, _ -> null).breaks("a.json"))
                .singleElement()
                .asString()
                .startsWith("a.json is gone");
    }

    private static Map<String, JsonNode> files(String schema) {
        Map<String, JsonNode> files = new TreeMap<>();
        files.put("a.json", Json.MAPPER.readTree(schema.replace('\'', '"')));
        ObjectNode other = Json.MAPPER.createObjectNode();
        other.putObject("$defs").putObject("Y").put("type", "string").put("format", "int64");
        files.put("b.json", other);
        return files;
    }
}
