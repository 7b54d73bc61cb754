package dev.sluice.edge.waf.rules;

/** A rule that cannot be used. The message is one line: the rule, what is wrong, and the mend. */
public final class BadRule extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadRule(String rule, String what) {
        super("rule " + rule + ": " + what, null, false, false);
    }
}
