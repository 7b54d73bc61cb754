package dev.sluice.local.launch;

/**
 * How much of Sluice to run.
 *
 * @param apart whether each bounded context runs in a process of its own
 * @param demo whether empty data is filled with the demo shop
 * @param caches whether AOT caches that are missing are made
 */
public record Options(Extent extent, boolean apart, boolean demo, boolean caches) {

    /** What of it. */
    public enum Extent {
        ALL,
        /** What an order needs from its command to its last fact: no edge, nothing that reads. For measuring. */
        WRITE_SIDE,
        /** Servers without any service of ours. */
        SERVERS
    }
}
