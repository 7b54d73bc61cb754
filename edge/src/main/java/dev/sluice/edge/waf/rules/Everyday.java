package dev.sluice.edge.waf.rules;

import java.util.List;
import java.util.Locale;

/** Refuses rules whose literals stand in what everybody sends: the prefilter would hold nothing back. */
final class Everyday {
    private Everyday() {}

    /** @param everyday lines of a target and a text that honest clients send there */
    static void check(Rule rule, List<String> everyday) {
        if (rule.sign() != null) {
            return;
        }
        for (String line : everyday) {
            int space = line.indexOf(' ');
            String target = line.substring(0, space);
            String text = line.substring(space + 1);
            if (rule.targets().stream().anyMatch(looked -> looked.word().equals(target)) && worthwhile(rule, text)) {
                throw new BadRule(
                        rule.id(),
                        "its literals are all in everyday text such as \"" + text
                                + "\"; write longer or rarer ones, or add an \"and:\"");
            }
        }
    }

    private static boolean worthwhile(Rule rule, String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        return rule.literals().stream().allMatch(group -> group.stream().anyMatch(folded::contains));
    }
}
