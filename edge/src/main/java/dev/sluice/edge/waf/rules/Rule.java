package dev.sluice.edge.waf.rules;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One mark of an attack.
 *
 * @param id begins with its family
 * @param score what it adds to a request's score, from 1 to 10
 * @param targets where it looks
 * @param literals of each group, a text must hold one literal, or the patterns are not tried; empty where there is a sign
 * @param patterns of which one must be found in the normal form, which is in lower case
 * @param sign instead of patterns
 * @param catches examples that it must find
 */
public record Rule(
        String id,
        Family family,
        int score,
        Set<Target> targets,
        List<List<String>> literals,
        List<Pattern> patterns,
        @Nullable Sign sign,
        String why,
        List<String> catches) {
    public Rule {
        targets = Set.copyOf(targets);
        literals = literals.stream().map(List::copyOf).toList();
        patterns = List.copyOf(patterns);
        catches = List.copyOf(catches);
    }

    /** Whether the text holds the literals of the further groups; the first group is looked for in all texts at once. */
    public boolean worthTrying(String text) {
        for (int group = 1; group < literals.size(); group++) {
            if (!holdsOne(text, literals.get(group))) {
                return false;
            }
        }
        return true;
    }

    private static boolean holdsOne(String text, List<String> literals) {
        for (String literal : literals) {
            if (text.contains(literal)) {
                return true;
            }
        }
        return false;
    }

    public boolean finds(CharSequence text) {
        for (Pattern pattern : patterns) {
            if (pattern.matcher(text).find()) {
                return true;
            }
        }
        return false;
    }
}
