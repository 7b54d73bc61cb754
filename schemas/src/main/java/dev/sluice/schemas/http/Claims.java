package dev.sluice.schemas.http;

/** Names in the access tokens (JWT, RFC 9068) that every issuer must provide. */
public final class Claims {
    public static final String AUDIENCE = "sluice";
    /** List of {@code shopper}, {@code admin}, {@code operator}, {@code importer}. */
    public static final String ROLES = "roles";
    /** The customer that a shopper orders for. */
    public static final String CUSTOMER_ID = "customer_id";

    private Claims() {}
}
