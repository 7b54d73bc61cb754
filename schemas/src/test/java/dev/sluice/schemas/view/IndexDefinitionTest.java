package dev.sluice.schemas.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schemas.ViewSamples;
import dev.sluice.schemas.message.Json;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A field that no document has would never be filled, and a search by it would find nothing. */
class IndexDefinitionTest {
    @Test
    void indexesWhatBackOfficeOrdersHaveAndWhatIsGatheredFromTheirLines() throws IOException {
        Set<String> fields = fieldsOf(BackOfficeOrderView.class);
        fields.addAll(Set.of(".text", ".open", ".products", ".categories"));
        assertThat(indexed(Projection.BACK_OFFICE_ORDERS)).isNotEmpty().isSubsetOf(fields);
    }

    @Test
    void indexesWhatDeadLettersHave() throws IOException {
        assertThat(indexed(Projection.DEAD_LETTERS)).isNotEmpty().isSubsetOf(fieldsOf(DeadLetterView.class));
    }

    @Test
    void indexesWhatProductsHaveAndTheirWordsInOneField() throws IOException {
        Set<String> fields = fieldsOf(ProductPageView.class);
        fields.add(".text");
        assertThat(indexed(Projection.PRODUCT_PAGE)).isNotEmpty().isSubsetOf(fields);
    }

    private static Set<String> indexed(Projection projection) throws IOException {
        try (var in = Objects.requireNonNull(Projection.class.getResourceAsStream(projection.indexDefinition()))) {
            Set<String> paths = new TreeSet<>();
            collect("", Json.MAPPER.readTree(in).get("mappings"), paths);
            return paths;
        }
    }

    private static void collect(String path, JsonNode mapping, Set<String> paths) {
        JsonNode properties = mapping.path("properties");
        if (properties.isEmpty()) {
            paths.add(path);
        }
        properties.properties().forEach(field -> collect(path + "." + field.getKey(), field.getValue(), paths));
    }

    private static Set<String> fieldsOf(Class<?> view) {
        List<JsonNode> documents = ViewSamples.all().stream()
                .filter(view::isInstance)
                .map(Json.MAPPER::<JsonNode>valueToTree)
                .toList();
        Set<String> fields = new TreeSet<>();
        documents.forEach(document -> leaves("", document, fields));
        return fields;
    }

    private static void leaves(String path, JsonNode node, Set<String> fields) {
        if (node.isContainer()) {
            node.properties().forEach(field -> leaves(path + "." + field.getKey(), field.getValue(), fields));
            Stream.of(node)
                    .filter(JsonNode::isArray)
                    .flatMap(array -> array.values().stream())
                    .forEach(item -> leaves(path, item, fields));
        } else {
            fields.add(path);
        }
    }
}
