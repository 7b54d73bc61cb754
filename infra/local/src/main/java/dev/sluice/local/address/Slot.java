package dev.sluice.local.address;

/** Everything that listens, with the port it takes where that is free. */
public enum Slot {
    MYSQL(23306),
    KAFKA(29092),
    KAFKA_CONTROLLER(29093),
    CONNECT(28083),
    REDIS(26379),
    ELASTICSEARCH(29200),
    ELASTICSEARCH_TRANSPORT(29300),
    ISSUER(9000),
    EDGE(8080),
    EDGE_TLS(8443),
    QUERY(8081),
    COMMAND(8082),
    COMMAND_ORDERING(8182),
    COMMAND_STOCK(8282),
    COMMAND_PAYMENT(8382),
    COMMAND_PROMOTION(8682),
    COMMAND_CATALOG(8482),
    COMMAND_CUSTOMER(8582),
    PROJECTOR(8083),
    EDGE_MANAGEMENT(8084);

    private final int usual;

    Slot(int usual) {
        this.usual = usual;
    }

    public int usual() {
        return usual;
    }

    /** The variable that fixes the port, for those that have one. */
    public String variable() {
        return "SLUICE_" + name() + "_PORT";
    }
}
