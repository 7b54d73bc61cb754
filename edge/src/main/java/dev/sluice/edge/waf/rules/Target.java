package dev.sluice.edge.waf.rules;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where in a request a text stood. */
public enum Target {
    PATH,
    /** A name or a value, each by itself. */
    QUERY,
    /** A name or a value of a form. */
    FORM,
    /** A name or a string of a JSON body. */
    JSON,
    /** A body that is neither, as a whole. */
    BODY,
    /** A name or a value. */
    COOKIE,
    AGENT,
    REFERER,
    /** A header field by which clients name the file that they bring, such as X-Filename. */
    FILENAME,
    /** The value of any other header field. */
    HEADER;

    private static final Set<Target> ARGUMENTS = EnumSet.of(QUERY, FORM, JSON, BODY, COOKIE);

    /** As in the rules file: one of these in lower case, {@code args} for all that a client fills in, or {@code all}. */
    static Optional<Set<Target>> named(String word) {
        return switch (word) {
            case "all" -> Optional.of(EnumSet.allOf(Target.class));
            case "args" -> Optional.of(ARGUMENTS);
            default ->
                Stream.of(values())
                        .filter(target -> target.word().equals(word))
                        .findFirst()
                        .map(EnumSet::of);
        };
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
