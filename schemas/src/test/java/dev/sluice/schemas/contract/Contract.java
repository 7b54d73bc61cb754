package dev.sluice.schemas.contract;

import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.resource.InputStreamSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The contract's documents as they lie in the sources, and what they say against a piece of JSON. */
final class Contract {
    private static final Path DIRECTORY = Path.of("src/main/resources/contract");
    private static final String BASE = "https://contract.invalid/";
    private static final YAMLMapper YAML = new YAMLMapper();

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.resourceLoaders(loaders -> loaders.add(Contract::open))
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build()));

    private Contract() {}

    static JsonNode document(String file) {
        // YAML is a superset of JSON.
        return YAML.readTree(DIRECTORY.resolve(file));
    }

    static List<String> schemaFiles() throws IOException {
        try (Stream<Path> files = Files.walk(DIRECTORY)) {
            return files.map(path -> DIRECTORY.relativize(path).toString())
                    .filter(path -> path.endsWith(GeneratedSchemas.SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    /** What a path in a file of the contract leads to. */
    static String relative(String file, String path) {
        return Path.of(file).resolveSibling(path).normalize().toString();
    }

    static boolean has(String file) {
        return Files.isRegularFile(DIRECTORY.resolve(file));
    }

    /** @param place a file, with a JSON Pointer into it after # if need be */
    static List<Error> flaws(String place, JsonNode json) {
        return SCHEMAS.getSchema(SchemaLocation.of(BASE + place)).validate(json);
    }

    private static @Nullable InputStreamSource open(AbsoluteIri iri) {
        String address = iri.toString();
        return address.startsWith(BASE)
                ? () -> Files.newInputStream(DIRECTORY.resolve(address.substring(BASE.length())))
                : null;
    }
}
