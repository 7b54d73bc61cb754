package dev.sluice.schemas.message;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.AnnotatedType;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/**
 * A record's component that is not {@code @Nullable} must be there when it is read: a hole is found where the message
 * enters, not where somebody trips over it. Numbers may be absent and are 0 then, see {@link Json}.
 */
final class NoHoles extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        return isNeverNull(member) ? Boolean.TRUE : null;
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated member) {
        return isNeverNull(member) ? JsonSetter.Value.forValueNulls(Nulls.FAIL) : JsonSetter.Value.empty();
    }

    private static boolean isNeverNull(Annotated member) {
        return member instanceof AnnotatedParameter parameter
                && parameter.getOwner().getAnnotated() instanceof java.lang.reflect.Constructor<?> constructor
                && isNullMarkedRecord(constructor.getDeclaringClass())
                && isNeverNull(constructor.getAnnotatedParameterTypes()[parameter.getIndex()]);
    }

    private static boolean isNullMarkedRecord(Class<?> type) {
        return type.isRecord() && type.getPackage().isAnnotationPresent(NullMarked.class);
    }

    private static boolean isNeverNull(AnnotatedType type) {
        return !(type.getType() instanceof Class<?> plain && plain.isPrimitive())
                && !type.isAnnotationPresent(Nullable.class);
    }
}
