package dev.sluice.local.connect;

import dev.sluice.local.address.Addresses;
import dev.sluice.local.process.HttpCheck;
import dev.sluice.schemas.message.Json;
import java.io.IOException;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Registers the connector; doing so again with the same content changes nothing. */
public final class Connector {

    private static final String NAME = "sluice";

    private final String url;
    private final Map<String, String> configuration;
    private final HttpCheck http = new HttpCheck();

    public Connector(Addresses addresses) throws IOException {
        this.url = addresses.connect();
        this.configuration = ConnectorConfiguration.of(addresses);
    }

    /** Validates first: an invalid configuration is otherwise answered by a bare 500. */
    public void register() throws IOException, InterruptedException {
        String json = Json.MAPPER.writeValueAsString(configuration);
        validate(json);
        http.put(url + "/connectors/" + NAME + "/config", json);
    }

    /** Throws with the reason while the connector or its task does not run. */
    public void check() throws IOException, InterruptedException {
        JsonNode status = http.get(url + "/connectors/" + NAME + "/status");
        running("connector", status.path("connector"));
        JsonNode task = status.path("tasks").path(0);
        if (task.isMissingNode()) {
            throw new IOException("the connector has no task yet");
        }
        running("task", task);
    }

    /** Starts what has failed once more: Connect itself never does. */
    public void restartFailed() throws IOException, InterruptedException {
        http.post(url + "/connectors/" + NAME + "/restart?includeTasks=true&onlyFailed=true");
    }

    private void validate(String json) throws IOException, InterruptedException {
        String type = configuration.getOrDefault("connector.class", "");
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

    private static String validated(String json) {
        var named = (tools.jackson.databind.node.ObjectNode) Json.MAPPER.readTree(json);
        return Json.MAPPER.writeValueAsString(named.put("name", NAME));
    }

    private static void running(String what, JsonNode part) throws IOException {
        String state = part.path("state").asString();
        if (!state.equals("RUNNING")) {
            String trace = part.path("trace").asString("");
            throw new IOException("the " + what + " is " + state
                    + trace.lines().findFirst().map(": "::concat).orElse(""));
        }
    }
}
