package dev.sluice.edge.limits.rate;

import dev.sluice.edge.http.Request;
import dev.sluice.edge.identity.Caller;
import dev.sluice.edge.identity.Role;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far a client is trusted, which decides on its quota. */
enum Standing {
    /** Known by its address alone. */
    ANONYMOUS,
    /** Somebody with a token. */
    KNOWN,
    /** Who works for the shop, and who asks from a trusted network without a token. */
    TRUSTED;

    private static final Set<Role> STAFF = Set.of(Role.ADMIN, Role.OPERATOR, Role.IMPORTER);

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Standing of(Request request, @Nullable Caller caller) {
        if (caller == null) {
            return request.visitor().trusted() ? TRUSTED : ANONYMOUS;
        }
        return caller.hasAnyOf(STAFF) ? TRUSTED : KNOWN;
    }
}
