package dev.sluice.local.address;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Where the parts of an instance are reached. A server's address in the environment replaces the embedded server, unless
 * it is the very address that the embedded one has (from {@code eval "$(./sluice env)"}).
 */
public final class Addresses {

    private final Map<String, String> environment;
    private final Map<Slot, Integer> ports;

    public Addresses(Map<String, String> environment, Map<Slot, Integer> ports) {
        this.environment = Map.copyOf(environment);
        this.ports = Map.copyOf(ports);
    }

    public int port(Slot slot) {
        return Objects.requireNonNull(ports.get(slot));
    }

    public String mysql() {
        return or("SLUICE_MYSQL_URL", "jdbc:mysql://127.0.0.1:" + port(Slot.MYSQL));
    }

    /** Of the server that holds the context's schema. */
    public String mysql(Context context) {
        return or(context.mysqlVariable(), mysql());
    }

    public String kafka() {
        return or("SLUICE_KAFKA_BOOTSTRAP", "127.0.0.1:" + port(Slot.KAFKA));
    }

    public String connect() {
        return or("SLUICE_CONNECT_URL", http(Slot.CONNECT));
    }

    public String redis() {
        return or("SLUICE_REDIS_URL", "redis://127.0.0.1:" + port(Slot.REDIS));
    }

    public String elasticsearch() {
        return or("SLUICE_ELASTICSEARCH_URL", http(Slot.ELASTICSEARCH));
    }

    public String issuer() {
        return or("SLUICE_ISSUER_URL", http(Slot.ISSUER));
    }

    public String edge() {
        return http(Slot.EDGE);
    }

    public String edgeByTls() {
        return "https://localhost:" + port(Slot.EDGE_TLS);
    }

    public String mysqlPassword() {
        return or("SLUICE_MYSQL_PASSWORD", "sluice");
    }

    /** Whether this instance runs that server itself. */
    public boolean embedded(Slot slot) {
        return switch (slot) {
            case MYSQL -> mysql().equals("jdbc:mysql://127.0.0.1:" + port(slot));
            case KAFKA -> kafka().equals("127.0.0.1:" + port(slot));
            case CONNECT -> connect().equals(http(slot));
            case REDIS -> redis().equals("redis://127.0.0.1:" + port(slot));
            case ELASTICSEARCH -> elasticsearch().equals(http(slot));
            case ISSUER -> issuer().equals(http(slot));
            case KAFKA_CONTROLLER,
                    ELASTICSEARCH_TRANSPORT,
                    EDGE,
                    EDGE_TLS,
                    QUERY,
                    COMMAND,
                    PROJECTOR,
                    EDGE_MANAGEMENT -> true;
            case COMMAND_ORDERING,
                    COMMAND_STOCK,
                    COMMAND_PAYMENT,
                    COMMAND_PROMOTION,
                    COMMAND_CATALOG,
                    COMMAND_CUSTOMER -> true;
        };
    }

    /** The variables by which services and tests find everything. */
    public Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("SLUICE_MYSQL_URL", mysql());
        variables.put("SLUICE_MYSQL_PASSWORD", mysqlPassword());
        for (Context context : Context.values()) {
            if (!mysql(context).equals(mysql())) {
                variables.put(context.mysqlVariable(), mysql(context));
            }
        }
        variables.put("SLUICE_KAFKA_BOOTSTRAP", kafka());
        variables.put("SLUICE_CONNECT_URL", connect());
        variables.put("SLUICE_REDIS_URL", redis());
        variables.put("SLUICE_ELASTICSEARCH_URL", elasticsearch());
        variables.put("SLUICE_ISSUER_URL", issuer());
        variables.put("SLUICE_EDGE_PORT", Integer.toString(port(Slot.EDGE)));
        variables.put("SLUICE_EDGE_URL", edge());
        variables.put("SLUICE_EDGE_TLS_PORT", Integer.toString(port(Slot.EDGE_TLS)));
        variables.put("SLUICE_EDGE_MANAGEMENT_PORT", Integer.toString(port(Slot.EDGE_MANAGEMENT)));
        variables.put("SLUICE_QUERY_PORT", Integer.toString(port(Slot.QUERY)));
        variables.put("SLUICE_QUERY_URL", or("SLUICE_QUERY_URL", http(Slot.QUERY)));
        variables.put("SLUICE_COMMAND_PORT", Integer.toString(port(Slot.COMMAND)));
        variables.put("SLUICE_PROJECTOR_PORT", Integer.toString(port(Slot.PROJECTOR)));
        variables.put("SLUICE_PROJECTOR_URL", or("SLUICE_PROJECTOR_URL", http(Slot.PROJECTOR)));
        return variables;
    }

    private String http(Slot slot) {
        return "http://127.0.0.1:" + port(slot);
    }

    private String or(String variable, String embedded) {
        String given = environment.getOrDefault(variable, "");
        return given.isBlank() ? embedded : given.strip();
    }
}
