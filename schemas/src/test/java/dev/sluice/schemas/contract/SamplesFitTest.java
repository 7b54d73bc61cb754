package dev.sluice.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.Samples;
import dev.sluice.schemas.ViewSamples;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.rejection.Rejection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Nothing that the code writes can break the contract, and the contract demands what the code relies on. */
class SamplesFitTest {

    static Stream<Object> samples() {
        return Stream.concat(Samples.payloads().stream(), ViewSamples.all().stream());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void fitTheirSchemas(Object sample) {
        assertThat(Contract.flaws(schemaOf(sample), json(sample))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void comeBackAsTheyWere(Object sample) {
        assertThat(Json.MAPPER.treeToValue(json(sample), sample.getClass())).isEqualTo(sample);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void needWhatIsNeverNull(Object sample) {
        JsonNode whole = json(sample);
        for (var component : sample.getClass().getRecordComponents()) {
            boolean nullable =
                    component.getAnnotatedType().isAnnotationPresent(org.jspecify.annotations.Nullable.class);
            if (!nullable && whole.has(component.getName())) {
                ObjectNode lacking = ((ObjectNode) whole.deepCopy()).without(component.getName());
                assertThat(Contract.flaws(schemaOf(sample), lacking)).isNotEmpty();
            }
        }
    }

    @Test
    void areThereForEveryRecord() {
        Set<Class<?>> sampled = new HashSet<>();
        samples().forEach(sample -> sampled.add(sample.getClass()));
        assertThat(sampled)
                .containsExactlyInAnyOrderElementsOf(GeneratedSchemas.records().values().stream()
                        .flatMap(SamplesFitTest::kindsOf)
                        .collect(Collectors.toSet()));
    }

    @Test
    void areThereForEveryRejection() {
        List<Rejection> rejections = Samples.rejections();

        assertThat(rejections.stream().map(Object::getClass))
                .containsExactlyInAnyOrder(Rejection.class.getPermittedSubclasses());
        for (Rejection rejection : rejections) {
            JsonNode json = Json.MAPPER.valueToTree(rejection);
            assertThat(Contract.flaws("rejection.schema.json", json)).isEmpty();
            assertThat(Json.MAPPER.treeToValue(json, Rejection.class)).isEqualTo(rejection);
            assertThat(rejection.message()).endsWith(".");
        }
    }

    @Test
    void includeProblems() {
        assertThat(ViewSamples.problems())
                .allSatisfy(problem -> assertThat(
                                Contract.flaws("problem.schema.json", Json.MAPPER.readTree(problem.json())))
                        .isEmpty());
    }

    private static String schemaOf(Object sample) {
        return GeneratedSchemas.records().entrySet().stream()
                .filter(entry -> kindsOf(entry.getValue()).anyMatch(kind -> kind == sample.getClass()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** The record itself, or each that it may be. */
    private static Stream<Class<?>> kindsOf(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()) : Stream.of(type);
    }

    private static JsonNode json(Object sample) {
        return Json.MAPPER.valueToTree(sample);
    }
}
