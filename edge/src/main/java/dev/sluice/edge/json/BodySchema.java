package dev.sluice.edge.json;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import dev.sluice.edge.http.Refusal;
import dev.sluice.schemas.http.Problem;
import dev.sluice.schemas.message.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A request body's JSON Schema from {@code schemas/}, and the type that a body is read into once it fits. */
public final class BodySchema<T> {
    /** Enough to mend a body by; a thousand bad lines need not be told one by one. */
    private static final int MAX_FLAWS = 20;

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                    .pathType(PathType.JSON_POINTER)
                    .locale(Locale.ROOT)
                    .preloadSchema(true)
                    .build()));

    private final JsonNode document;
    private final Schema schema;
    private final Class<T> type;

    private BodySchema(JsonNode document, Class<T> type) {
        this.document = document;
        this.schema = REGISTRY.getSchema(document);
        this.type = type;
    }

    /** @param name the document's, without its folder and {@code .schema.json} */
    public static <T> BodySchema<T> of(String name, Class<T> type) {
        String path = "/contract/" + name + ".schema.json";
        try (InputStream in = BodySchema.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("schemas/ has no " + path);
            }
            return new BodySchema<>(Json.MAPPER.readTree(in), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws a {@link Refusal} with all flaws. */
    public T read(byte[] body) {
        JsonNode tree = StrictJson.read(body);
        List<Error> errors = schema.validate(tree);
        if (!errors.isEmpty()) {
            throw Refusal.malformed(
                    "The body does not fit its schema; errors says where and how to mend it.",
                    errors.stream().limit(MAX_FLAWS).map(this::flaw).toList());
        }
        return Json.MAPPER.treeToValue(tree, type);
    }

    private Problem.Flaw flaw(Error error) {
        String mend = mend(error);
        String detail = error.getMessage();
        return new Problem.Flaw(
                error.getInstanceLocation().toString(), mend.isEmpty() ? detail : detail + "; expected is " + mend);
    }

    /** The description of the schema that the keyword stands in. */
    private String mend(Error error) {
        String keyword = error.getSchemaLocation().getFragment().toString();
        String owner = keyword.substring(0, Math.max(keyword.lastIndexOf('/'), 0));
        return document.at(owner).path("description").asString("");
    }
}
