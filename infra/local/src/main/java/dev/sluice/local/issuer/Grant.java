package dev.sluice.local.issuer;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For whom a token is.
 *
 * @param customer whom a shopper orders for
 */
record Grant(String role, @Nullable String customer) {

    private static final Set<String> ROLES = Set.of("shopper", "admin", "operator", "importer");

    /** From the form of a token request. Throws {@link Refused} with the error code of RFC 6749 5.2. */
    static Grant of(Map<String, String> form, String clientSecret) {
        if (!"client_credentials".equals(form.get("grant_type"))) {
            throw new Refused(400, "unsupported_grant_type", "the one grant_type here is client_credentials");
        }
        if (!clientSecret.equals(form.get("client_secret"))) {
            throw new Refused(401, "invalid_client", "the client_secret is in the home, in issuer/client-secret");
        }
        String role = form.getOrDefault("role", "");
        if (!ROLES.contains(role)) {
            throw new Refused(400, "invalid_scope", "role is one of shopper, admin, operator, importer");
        }
        String customer = form.getOrDefault("customer", "");
        return new Grant(role, customer.isBlank() ? null : customer);
    }

    String subject() {
        return customer == null ? role : customer;
    }

    /** A token request that is not granted. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int status;
        private final String code;

        Refused(int status, String code, String description) {
            super(description);
            this.status = status;
            this.code = code;
        }

        int status() {
            return status;
        }

        String code() {
            return code;
        }
    }
}
