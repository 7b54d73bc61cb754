package dev.sluice.edge.json;

import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import com.networknt.schema.resource.InputStreamSource;
import dev.sluice.edge.http.Refusal;
import dev.sluice.schemas.http.Problem;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.message.Payload;
import dev.sluice.schemas.wire.WireNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A request body's JSON Schema from {@code schemas/}, and the type that a body is read into once it fits. */
public final class BodySchema<T> {
    /** Enough to mend a body by; a thousand bad lines need not be told one by one. */
    private static final int MAX_FLAWS = 20;

    /** Where the contract's documents are to each other as their names say. */
    private static final String BASE = "https://contract.invalid/";

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.resourceLoaders(loaders -> loaders.add(BodySchema::source))
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .pathType(PathType.JSON_POINTER)
                            .locale(Locale.ROOT)
                            .preloadSchema(true)
                            .build()));

    private final JsonNode document;
    private final Schema schema;
    private final Class<T> type;

    private BodySchema(String name, Class<T> type) {
        String path = name + ".schema.json";
        try (InputStream in = open(path)) {
            this.document = Json.MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.schema = REGISTRY.getSchema(SchemaLocation.of(BASE + path));
        this.type = type;
    }

    /** @param name the document's, without its folder and {@code .schema.json} */
    public static <T> BodySchema<T> of(String name, Class<T> type) {
        return new BodySchema<>(name, type);
    }

    /** Of a message's payload. Throws IllegalStateException for a type that this version does not know. */
    public static BodySchema<? extends Payload> ofMessage(String wireName) {
        Class<? extends Payload> type = WireNames.classOf(wireName);
        if (type == null) {
            throw new IllegalStateException("no message has the type " + wireName);
        }
        return new BodySchema<>("messages/" + wireName, type);
    }

    private static @Nullable InputStreamSource source(AbsoluteIri iri) {
        String address = iri.toString();
        return address.startsWith(BASE) ? () -> open(address.substring(BASE.length())) : null;
    }

    private static InputStream open(String path) {
        InputStream in = BodySchema.class.getResourceAsStream("/contract/" + path);
        if (in == null) {
            throw new IllegalStateException("schemas/ has no " + path);
        }
        return in;
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
        try {
            return Json.MAPPER.treeToValue(tree, type);
        } catch (JacksonException e) {
            // Schemas of messages leave formats open, such as that of a time.
            throw Refusal.malformed(
                    "The body cannot be read as what it should be.",
                    List.of(new Problem.Flaw(pointer(e), String.valueOf(e.getOriginalMessage()))));
        }
    }

    private static String pointer(JacksonException failure) {
        return failure.getPath().stream()
                .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                .collect(Collectors.joining());
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
