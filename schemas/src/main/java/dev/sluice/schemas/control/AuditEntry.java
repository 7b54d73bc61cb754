package dev.sluice.schemas.control;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Who asked for what in the back office. Stands in the {@code audit} topic before it is done, so that nothing is done without; what
 * became of it is found by the trace.
 *
 * @param by the subject of their token
 * @param roles of theirs, in lower case
 * @param path as it came, without its query
 * @param traceparent W3C trace context, which the commands that followed carry too
 * @param asked the body; null where there was none, and where it may hold personal data
 */
public record AuditEntry(
        Instant at,
        String by,
        List<String> roles,
        String method,
        String path,
        String traceparent,
        @Nullable JsonNode asked) {

    public AuditEntry {
        roles = List.copyOf(roles);
    }
}
