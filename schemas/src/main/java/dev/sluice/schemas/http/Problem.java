package dev.sluice.schemas.http;

import dev.sluice.schemas.message.Json;
import dev.sluice.schemas.rejection.Rejection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error answer by RFC 9457, {@code application/problem+json}.
 *
 * @param type a URI reference that names the kind of problem
 * @param detail what is wrong here and how to mend it
 * @param errors for malformed bodies, each place and what is wrong there
 * @param reason the business rule that refused, where one did
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        @Nullable List<Flaw> errors,
        @Nullable Rejection reason) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem(
            String type,
            String title,
            int status,
            String detail,
            @Nullable String instance,
            @Nullable List<Flaw> errors) {
        this(type, title, status, detail, instance, errors, null);
    }

    /** @param pointer JSON Pointer (RFC 6901) into the body, or the name of a query parameter or header */
    public record Flaw(String pointer, String detail) {}

    public byte[] json() {
        return Json.MAPPER.writeValueAsBytes(this);
    }
}
