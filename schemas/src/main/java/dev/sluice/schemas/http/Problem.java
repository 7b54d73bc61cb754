package dev.sluice.schemas.http;

import dev.sluice.schemas.message.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error answer by RFC 9457, {@code application/problem+json}.
 *
 * @param type a URI reference that names the kind of problem
 * @param detail what is wrong here and how to mend it
 * @param errors for malformed bodies, each place and what is wrong there
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        @Nullable List<Flaw> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** @param pointer JSON Pointer (RFC 6901) into the body, or the name of a query parameter or header */
    public record Flaw(String pointer, String detail) {}

    public byte[] json() {
        return Json.MAPPER.writeValueAsBytes(this);
    }
}
