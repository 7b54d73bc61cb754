package dev.sluice.edge.harness;

import dev.sluice.schemas.http.Problem;
import dev.sluice.schemas.message.Json;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;

/** What the edge answered. */
public record Reply(HttpResponse<String> response) {

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    /** Empty where there is none. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public JsonNode json() {
        return Json.MAPPER.readTree(body());
    }

    public String text(String field) {
        return json().path(field).asString("");
    }

    public boolean isProblem() {
        return header("Content-Type").equals(Problem.MEDIA_TYPE)
                && json().path("status").asInt(0) == status()
                && !text("title").isBlank()
                && !text("detail").isBlank();
    }
}
