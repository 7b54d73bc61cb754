package dev.sluice.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class SchemaFilesTest {
    private static final String DRAFT_2020_12 = "https://json-schema.org/draft/2020-12/schema";

    static List<String> files() throws IOException {
        return Contract.schemaFiles();
    }

    @ParameterizedTest
    @MethodSource("files")
    void areJsonSchemas(String file) {
        JsonNode schema = Contract.document(file);

        assertThat(schema.get("$schema").asString()).isEqualTo(DRAFT_2020_12);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(SchemaLocation.of(DRAFT_2020_12))
                        .validate(schema))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void referToWhatThereIs(String file) {
        assertThat(References.broken(file)).isEmpty();
    }
}
