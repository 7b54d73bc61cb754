package dev.sluice.edge.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a token may say of its bearer. */
public enum Role {
    SHOPPER,
    ADMIN,
    OPERATOR,
    /** Takes over real orders: for any customer, at the prices of the time. */
    IMPORTER;

    /** Roles that we do not know mean nothing to us. */
    static Set<Role> of(Collection<String> names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : names) {
            Arrays.stream(values())
                    .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(name))
                    .forEach(roles::add);
        }
        return roles;
    }
}
