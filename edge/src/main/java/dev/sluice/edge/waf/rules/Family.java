package dev.sluice.edge.waf.rules;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What kind of attack a rule is about; a rule's id begins with it. */
public enum Family {
    SQLI,
    XSS,
    LFI,
    RFI,
    RCE,
    JAVA,
    PHP,
    SCRIPT,
    SCANNER,
    PROTOCOL,
    SMUGGLING;

    static Optional<Family> of(String ruleId) {
        return Stream.of(values())
                .filter(family -> ruleId.startsWith(family.word() + "-"))
                .findFirst();
    }

    /** As rule ids begin. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
