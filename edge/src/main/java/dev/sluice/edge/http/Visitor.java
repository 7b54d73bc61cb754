package dev.sluice.edge.http;

/**
 * Where a request is held to come from.
 *
 * @param address without a port, and written in one way only
 * @param network what shares limits: the address, or the /64 that it is of
 * @param trusted whether it is of a network that the operator trusts
 */
public record Visitor(String address, String network, boolean trusted) {
    /** Of a connection that has no address of the Internet. */
    public static final Visitor UNKNOWN = new Visitor("unknown", "unknown", false);
}
