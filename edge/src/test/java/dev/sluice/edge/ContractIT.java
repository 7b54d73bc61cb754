package dev.sluice.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the edge answers is what the contract tells. */
class ContractIT {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    @Test
    void namesEveryRouteAndNoOther() throws IOException {
        try (RunningEdge edge = new RunningEdge(Map.of())) {
            Set<String> routes = edge.routes().stream()
                    .map(route -> operation(route.method().name(), route.pattern()))
                    .collect(Collectors.toSet());

            assertThat(routes).isEqualTo(contract());
        }
    }

    private static Set<String> contract() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(ContractIT.class.getResourceAsStream("/contract/openapi.yaml"))) {
            JsonNode paths = new YAMLMapper().readTree(file).get("paths");
            return paths.properties().stream()
                    .flatMap(path -> path.getValue().propertyNames().stream()
                            .filter(METHODS::contains)
                            .map(method -> operation(method, path.getKey())))
                    .collect(Collectors.toSet());
        }
    }

    /** Parameters count by their place, not by their name. */
    private static String operation(String method, String path) {
        return method.toUpperCase(Locale.ROOT) + " " + path.replaceAll("\\{\\w+}", "{}");
    }
}
