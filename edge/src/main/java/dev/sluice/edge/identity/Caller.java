package dev.sluice.edge.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as a verified token has it.
 *
 * @param customerId the customer that they order for, where they are one
 * @param expires after which the token says nothing any more
 */
public record Caller(
        String subject, Set<Role> roles, @Nullable String customerId, Instant expires) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean hasAnyOf(Collection<Role> some) {
        return some.stream().anyMatch(roles::contains);
    }

    public boolean isCustomer(String id) {
        return id.equals(customerId);
    }
}
