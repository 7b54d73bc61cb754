package dev.sluice.schemas.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one JSON dialect of all messages, facts and views: nulls left out, instants as RFC 3339, unknown fields ignored, and
 * what is not {@code @Nullable} required.
 */
public final class Json {
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(p -> p.withValueInclusion(JsonInclude.Include.NON_NULL))
            // A field that is added later is absent in what is stored already.
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .annotationIntrospector(AnnotationIntrospector.pair(new NoHoles(), new JacksonAnnotationIntrospector()))
            .build();

    private Json() {}
}
