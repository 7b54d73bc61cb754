package dev.sluice.edge.waf;

import dev.sluice.edge.waf.rules.Rule;
import dev.sluice.edge.waf.rules.Target;
import org.jspecify.annotations.Nullable;

/**
 * A rule that spoke up.
 *
 * @param target null where it was the request as a whole
 * @param excerpt of the text in its normal form, printable and short; empty where there is none
 */
record Finding(Rule rule, @Nullable Target target, String excerpt) {
    private static final int LONGEST = 60;

    static Finding in(Target target, String text, Rule rule) {
        StringBuilder excerpt = new StringBuilder(LONGEST);
        for (int i = 0; i < text.length() && i < LONGEST; i++) {
            char c = text.charAt(i);
            excerpt.append(c >= ' ' && c < 127 ? c : '.');
        }
        return new Finding(rule, target, excerpt.toString());
    }

    @Override
    public String toString() {
        return target == null ? rule.id() : rule.id() + " in " + target.word() + " \"" + excerpt + "\"";
    }
}
