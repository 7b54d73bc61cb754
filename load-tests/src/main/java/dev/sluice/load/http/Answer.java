package dev.sluice.load.http;

import dev.sluice.schemas.http.Problem;
import dev.sluice.schemas.message.Json;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** What the edge answered, whatever its status. */
public record Answer(int status, HttpHeaders headers, String body) {

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    public boolean succeeded() {
        return status / 100 == 2;
    }

    /** Throws {@link Unexpected} where the answer is no success or is not of this shape. */
    public <T> T as(Class<T> type) {
        if (!succeeded()) {
            throw new Unexpected(this);
        }
        try {
            return Json.MAPPER.readValue(body, type);
        } catch (JacksonException e) {
            throw new Unexpected(this);
        }
    }

    /** The problem of an error answer, or empty where the body is none. */
    public Optional<Problem> problem() {
        boolean declared = headers.firstValue("content-type")
                .filter(type -> type.startsWith(Problem.MEDIA_TYPE))
                .isPresent();
        try {
            return declared ? Optional.of(Json.MAPPER.readValue(body, Problem.class)) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** How long the edge asks us to wait, where it does so in seconds. */
    public Optional<Duration> retryAfter() {
        return headers.firstValue("retry-after")
                .filter(value -> value.matches("\\d{1,4}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }

    /** One line for people: the status, and the problem or the beginning of the body. */
    public String summary() {
        String said = problem().map(p -> p.title() + ": " + p.detail()).orElseGet(this::body);
        return status + " " + said.substring(0, Math.min(said.length(), 300));
    }

    /** An answer that the caller has no use for. */
    public static final class Unexpected extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unexpected(Answer answer) {
            super("unexpected answer " + answer.summary());
        }
    }
}
