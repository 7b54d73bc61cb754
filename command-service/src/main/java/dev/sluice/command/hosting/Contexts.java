package dev.sluice.command.hosting;

import dev.sluice.command.mistake.OperatorMistake;
import java.util.EnumSet;
import java.util.Set;

/**
 * The contexts that this process hosts.
 *
 * @param names at least one
 */
record Contexts(Set<ContextName> names) {

    static final String ALL = "all";

    Contexts {
        names = Set.copyOf(names);
    }

    /**
     * By their names, with commas in between, or {@code all}; what configuration is converted by. Throws
     * {@link OperatorMistake}.
     */
    public static Contexts of(String list) {
        if (list.strip().equals(ALL)) {
            return new Contexts(EnumSet.allOf(ContextName.class));
        }
        Set<ContextName> names = EnumSet.noneOf(ContextName.class);
        for (String name : list.split(",", -1)) {
            if (!names.add(ContextName.of(name.strip(), "SLUICE_CONTEXTS"))) {
                throw new OperatorMistake("SLUICE_CONTEXTS names " + name.strip() + " twice: name each context once");
            }
        }
        return new Contexts(names);
    }
}
