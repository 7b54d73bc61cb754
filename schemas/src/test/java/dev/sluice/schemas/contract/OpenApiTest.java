package dev.sluice.schemas.contract;

import static dev.sluice.schemas.contract.References.followed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.http.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

class OpenApiTest {
    private static final String FILE = "openapi.yaml";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final Pattern IN_BRACES = Pattern.compile("\\{(\\w+)}");

    private final JsonNode document = Contract.document(FILE);

    @Test
    void refersToWhatThereIs() {
        assertThat(document.get("openapi").asString()).startsWith("3.1.");
        assertThat(References.broken(FILE)).isEmpty();
    }

    /** Wherever there is a schema with examples: bodies, parameters and headers. */
    @TestFactory
    Stream<DynamicTest> givesExamplesThatFit() {
        List<DynamicTest> tests = new ArrayList<>();
        References.forEachObject(document, (place, object) -> {
            if (object.has("schema")) {
                examples(object)
                        .forEach(example -> tests.add(DynamicTest.dynamicTest(
                                place.toString(),
                                () -> assertThat(Contract.flaws(FILE + "#" + escaped(place) + "/schema", example))
                                        .isEmpty())));
            }
        });
        assertThat(tests).hasSizeGreaterThan(50);
        return tests.stream();
    }

    @Test
    void showsAnExampleOfEveryJsonBody() {
        References.forEachObject(document, (place, object) -> {
            if (place.toString().endsWith("json") && object.has("schema")) {
                assertThat(examples(object)).as(place.toString()).isNotEmpty();
            }
        });
    }

    @Test
    void namesEachOperationAndTellsItsErrorsAsProblems() {
        Set<String> ids = new HashSet<>();
        operations().forEach((place, operation) -> {
            assertThat(operation.path("summary").asString("")).as(place).isNotEmpty();
            assertThat(ids.add(operation.path("operationId").asString("")))
                    .as(place)
                    .isTrue();
            operation.get("responses").properties().forEach(response -> {
                JsonNode content = followed(document, response.getValue()).path("content");
                if (response.getKey().compareTo("400") >= 0 && !place.contains("/health")) {
                    assertThat(content.propertyNames()).as(place).containsExactly(Problem.MEDIA_TYPE);
                    assertThat(examples(content.get(Problem.MEDIA_TYPE)))
                            .as(place)
                            .allMatch(
                                    problem -> problem.get("status").asString().equals(response.getKey()));
                }
            });
        });
    }

    @Test
    void tellsWhatAMissingTokenGets() {
        operations()
                .forEach((place, operation) -> assertThat(
                                operation.get("responses").has("401"))
                        .as(place)
                        .isEqualTo(!operation.has("security")));
    }

    @Test
    void declaresTheParametersOfEachPath() {
        document.get("paths").properties().forEach(path -> {
            List<String> inPath = IN_BRACES
                    .matcher(path.getKey())
                    .results()
                    .map(r -> r.group(1))
                    .toList();
            path.getValue().properties().stream()
                    .filter(method -> METHODS.contains(method.getKey()))
                    .forEach(method -> assertThat(Stream.concat(
                                            parameters(path.getValue()), parameters(method.getValue()))
                                    .filter(parameter ->
                                            parameter.get("in").asString().equals("path"))
                                    .map(parameter -> parameter.get("name").asString()))
                            .as(path.getKey())
                            .containsExactlyInAnyOrderElementsOf(inPath));
        });
    }

    private Stream<JsonNode> parameters(JsonNode owner) {
        return owner.path("parameters").values().stream().map(parameter -> followed(document, parameter));
    }

    private Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new java.util.LinkedHashMap<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> operations.put(method.getKey() + " " + path.getKey(), method.getValue())));
        return operations;
    }

    private List<JsonNode> examples(JsonNode owner) {
        List<JsonNode> examples = new ArrayList<>();
        if (owner.has("example")) {
            examples.add(owner.get("example"));
        }
        owner.path("examples")
                .values()
                .forEach(example -> examples.add(followed(document, example).get("value")));
        return examples;
    }

    /** As a URI fragment. */
    private static String escaped(JsonPointer place) {
        return place.toString().replace("{", "%7B").replace("}", "%7D");
    }
}
