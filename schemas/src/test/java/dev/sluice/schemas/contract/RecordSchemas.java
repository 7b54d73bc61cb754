package dev.sluice.schemas.contract;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.TypeScope;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.github.victools.jsonschema.module.jackson.JacksonSchemaModule;
import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.message.WireName;
import dev.sluice.schemas.rejection.Rejection;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schemas of records: what is not {@code @Nullable} is required, and descriptions are the Javadoc's. */
final class RecordSchemas {
    private final SourceDocs docs = SourceDocs.below(Path.of("src/main/java"));
    private final SchemaGenerator generator;

    /** @param rejection where the schema of rejections is, seen from the schemas to be made */
    RecordSchemas(String rejection) {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        Json.MAPPER, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.EXTRA_OPEN_API_FORMAT_VALUES, Option.DEFINITIONS_FOR_ALL_OBJECTS, Option.FLATTENED_ENUMS)
                .with(new JacksonSchemaModule(
                        JacksonOption.SKIP_SUBTYPE_LOOKUP, JacksonOption.IGNORE_TYPE_INFO_TRANSFORM));
        config.forFields().withRequiredCheck(field -> !isNullable(field)).withDescriptionResolver(this::description);
        config.forTypesInGeneral()
                .withPropertySorter((_, _) -> 0)
                .withTitleResolver(RecordSchemas::title)
                .withDescriptionResolver(scope -> docs.of(scope.getType().getErasedType()))
                .withCustomDefinitionProvider((type, context) -> rejection(type, context, rejection));
        generator = new SchemaGenerator(config.build());
    }

    ObjectNode of(Class<?> type) {
        return generator.generateSchema(type);
    }

    /** Of one of several records, which a property tells apart. */
    ObjectNode ofOneOf(Class<?> sealed) {
        ObjectNode schema = Json.MAPPER.createObjectNode();
        schema.put("$schema", SchemaVersion.DRAFT_2020_12.getIdentifier());
        schema.put("title", sealed.getSimpleName());
        schema.put("description", docs.of(sealed));
        String property =
                Objects.requireNonNull(sealed.getAnnotation(JsonTypeInfo.class)).property();
        var alternatives = schema.putArray("oneOf");
        ObjectNode definitions = Json.MAPPER.createObjectNode();
        for (Class<?> type : sealed.getPermittedSubclasses()) {
            ObjectNode definition = of(type);
            definition.remove("$schema");
            if (definition.remove("$defs") instanceof ObjectNode nested) {
                definitions.setAll(nested);
            }
            String name = Objects.requireNonNull(type.getAnnotation(JsonTypeName.class))
                    .value();
            definition.withObjectProperty("properties").putObject(property).put("const", name);
            definition.withArrayProperty("required").add(property);
            definitions.set(type.getSimpleName(), definition);
            alternatives.addObject().put("$ref", "#/$defs/" + type.getSimpleName());
        }
        schema.set("$defs", definitions);
        return schema;
    }

    private static @Nullable CustomDefinition rejection(
            ResolvedType type, SchemaGenerationContext context, String file) {
        return type.getErasedType() == Rejection.class
                ? new CustomDefinition(
                        context.getGeneratorConfig().createObjectNode().put("$ref", file),
                        CustomDefinition.INLINE_DEFINITION,
                        CustomDefinition.EXCLUDING_ATTRIBUTES)
                : null;
    }

    private static @Nullable String title(TypeScope scope) {
        Class<?> type = scope.getType().getErasedType();
        WireName name = type.getAnnotation(WireName.class);
        return name != null ? name.value() : type.isRecord() ? type.getSimpleName() : null;
    }

    private @Nullable String description(FieldScope field) {
        // The items of a list are described by their own type.
        return field.isFakeContainerItemScope()
                ? null
                : docs.of(field.getDeclaringType().getErasedType(), field.getDeclaredName());
    }

    private static boolean isNullable(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
