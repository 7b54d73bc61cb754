package dev.sluice.edge.harness;

/** Where the real servers are. */
public final class Servers {
    public static final String KAFKA = environment("SLUICE_KAFKA_BOOTSTRAP", "127.0.0.1:29092");
    public static final String REDIS = environment("SLUICE_REDIS_URL", "redis://127.0.0.1:26379");

    /** Databases apart from the one that a running instance uses, so that the test says what Redis holds. */
    private static final int COMPLETE = 11;

    private static final int EMPTIED = 12;

    private Servers() {}

    /** A Redis that holds all views: what it has not does not exist. */
    public static String completeRedis() {
        return REDIS + "/" + COMPLETE;
    }

    /** A Redis that has lost its views: what it has not may exist. */
    public static String emptiedRedis() {
        return REDIS + "/" + EMPTIED;
    }

    private static String environment(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value;
    }
}
