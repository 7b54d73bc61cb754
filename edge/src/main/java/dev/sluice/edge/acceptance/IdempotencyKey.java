package dev.sluice.edge.acceptance;

import dev.sluice.edge.http.Refusal;
import dev.sluice.edge.http.Request;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Idempotency-Key header. The IETF draft has it as a Structured Field string, {@code "8e03978e-…"}; the same without
 * quotes is what most clients send, and means the same here.
 */
public record IdempotencyKey(String value) {
    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 255;
    private static final Pattern QUOTED = Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\])+)\"");
    private static final Pattern BARE = Pattern.compile("[!#-+\\--:<-\\[\\]-~]+");

    /** Throws a {@link Refusal} where it is malformed. */
    public static Optional<IdempotencyKey> of(Request request) {
        String header = request.header(HEADER);
        if (header == null) {
            return Optional.empty();
        }
        String text = header.strip();
        Matcher quoted = QUOTED.matcher(text);
        String value = quoted.matches() ? quoted.group(1).replaceAll("\\\\(.)", "$1") : text;
        if (value.length() > LONGEST || !(quoted.matches() || BARE.matcher(text).matches())) {
            throw refused(
                    "is malformed", "Send one string of 1 to 255 ASCII characters, such as \"8e03978e-40d5-43e8\".");
        }
        return Optional.of(new IdempotencyKey(value));
    }

    /** Throws a {@link Refusal} where there is none. */
    public static IdempotencyKey required(Request request) {
        return of(request)
                .orElseThrow(
                        () -> refused(
                                "is missing",
                                "Send a new one, such as a UUID, with each new request, and the same one with each retry of it."));
    }

    private static Refusal refused(String what, String mend) {
        return Refusal.of(HttpResponseStatus.BAD_REQUEST, "idempotency-key", "The Idempotency-Key " + what, mend);
    }
}
