package dev.sluice.local.connect;

import dev.sluice.local.process.HttpCheck;
import dev.sluice.schemas.message.Json;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Captures one MySQL server. */
final class Connector {

    private final String url;
    private final ConnectorConfiguration configuration;
    private final HttpCheck http = new HttpCheck();

    /** @param url of Connect */
    Connector(String url, ConnectorConfiguration configuration) {
        this.url = url;
        this.configuration = configuration;
    }

    String name() {
        return configuration.name();
    }

    /** Whether Connect, which knows it, has it with just these settings. */
    boolean asWanted() throws IOException, InterruptedException {
        Map<String, String> wanted = new HashMap<>(configuration.settings());
        wanted.put("name", name());
        Map<String, String> known = new HashMap<>();
        for (var setting : http.get(url + "/connectors/" + name() + "/config").properties()) {
            known.put(setting.getKey(), setting.getValue().asString());
        }
        return known.equals(wanted);
    }

    /**
     * Doing so again with the same content changes nothing. Validates first: an invalid configuration is otherwise answered
     * by a bare 500.
     */
    void register() throws IOException, InterruptedException {
        String json = Json.MAPPER.writeValueAsString(configuration.settings());
        validate(json);
        http.put(url + "/connectors/" + name() + "/config", json);
    }

    /** Throws with the reason while the connector or its task does not run. */
    void check() throws IOException, InterruptedException {
        JsonNode status = http.get(url + "/connectors/" + name() + "/status");
        running("connector", status.path("connector"));
        JsonNode task = status.path("tasks").path(0);
        if (task.isMissingNode()) {
            throw new IOException("the connector " + name() + " has no task yet");
        }
        running("task", task);
    }

    /** Starts what has failed once more: Connect itself never does. */
    void tryRestart() throws InterruptedException {
        try {
            http.post(url + "/connectors/" + name() + "/restart?includeTasks=true&onlyFailed=true");
        } catch (IOException away) {
            // Connect itself is down; its own supervision sees to that.
        }
    }

    private void validate(String json) throws IOException, InterruptedException {
        String type = configuration.settings().getOrDefault("connector.class", "");
        JsonNode answer = http.put(url + "/connector-plugins/" + type + "/config/validate", validated(json));
        if (answer.path("error_count").asInt() == 0) {
            return;
        }
        StringBuilder errors = new StringBuilder("the connector's configuration is refused:");
        for (JsonNode setting : answer.path("configs")) {
            for (JsonNode error : setting.path("value").path("errors")) {
                errors.append("\n  ").append(error.asString());
            }
        }
        throw new IOException(errors.toString());
    }

    private String validated(String json) {
        var named = (tools.jackson.databind.node.ObjectNode) Json.MAPPER.readTree(json);
        return Json.MAPPER.writeValueAsString(named.put("name", name()));
    }

    private void running(String what, JsonNode part) throws IOException {
        String state = part.path("state").asString();
        if (!state.equals("RUNNING")) {
            String trace = part.path("trace").asString("");
            throw new IOException("the " + what + " of " + name() + " is " + state
                    + trace.lines().findFirst().map(": "::concat).orElse(""));
        }
    }
}
