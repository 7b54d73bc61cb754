package dev.sluice.local.connect;

import dev.sluice.local.address.Addresses;
import dev.sluice.local.address.Context;
import dev.sluice.local.process.HttpCheck;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A connector for each MySQL server that holds schemas of ours: one as a rule. */
public final class Connectors {

    private final String url;
    private final List<Connector> connectors;
    private final HttpCheck http = new HttpCheck();

    private Connectors(String url, List<Connector> connectors) {
        this.url = url;
        this.connectors = connectors;
    }

    public static Connectors of(Addresses addresses) throws IOException {
        List<Connector> connectors = new ArrayList<>();
        for (ConnectorConfiguration configuration : configurations(addresses)) {
            connectors.add(new Connector(addresses.connect(), configuration));
        }
        return new Connectors(addresses.connect(), connectors);
    }

    static List<ConnectorConfiguration> configurations(Addresses addresses) throws IOException {
        Map<String, List<Context>> servers = Arrays.stream(Context.values())
                .collect(Collectors.groupingBy(addresses::mysql, LinkedHashMap::new, Collectors.toList()));
        List<ConnectorConfiguration> configurations = new ArrayList<>();
        for (var server : servers.entrySet()) {
            configurations.add(ConnectorConfiguration.of(server.getKey(), server.getValue(), addresses));
        }
        return configurations;
    }

    /** Makes them what they shall be. One for a server that holds nothing of ours any more goes. */
    public void register() throws IOException, InterruptedException {
        for (String gone : strangers()) {
            http.delete(url + "/connectors/" + gone);
        }
        for (Connector connector : connectors) {
            connector.register();
        }
    }

    /** Whether Connect knows exactly these, from an earlier life. */
    public boolean asWanted() throws IOException, InterruptedException {
        Set<String> known = ours();
        if (known.size() != connectors.size()) {
            return false;
        }
        for (Connector connector : connectors) {
            if (!known.contains(connector.name()) || !connector.asWanted()) {
                return false;
            }
        }
        return true;
    }

    /** Throws with the reason while one of them does not run. */
    public void check() throws IOException, InterruptedException {
        for (Connector connector : connectors) {
            connector.check();
        }
    }

    /** Starts once more what has failed. */
    void mend() throws InterruptedException {
        for (Connector connector : connectors) {
            try {
                connector.check();
            } catch (IOException broken) {
                connector.tryRestart();
            }
        }
    }

    private Set<String> strangers() throws IOException, InterruptedException {
        Set<String> strangers = ours();
        connectors.forEach(connector -> strangers.remove(connector.name()));
        return strangers;
    }

    private Set<String> ours() throws IOException, InterruptedException {
        Set<String> ours = new TreeSet<>();
        for (JsonNode name : http.get(url + "/connectors")) {
            if (ConnectorConfiguration.isOurs(name.asString())) {
                ours.add(name.asString());
            }
        }
        return ours;
    }
}
