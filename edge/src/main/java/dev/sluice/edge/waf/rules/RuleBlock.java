package dev.sluice.edge.waf.rules;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One block of a rules file, before it is known to be a rule. */
final class RuleBlock {
    private static final Set<String> KEYS =
            Set.of("rule", "score", "in", "any", "and", "match", "sign", "why", "catches");
    private static final int MOST = 10;
    private static final int SHORTEST_LITERAL = 2;

    private final String id;
    private final Map<String, List<String>> lines = new LinkedHashMap<>();

    RuleBlock(String id) {
        this.id = id;
    }

    void add(String key, String value) {
        if (!KEYS.contains(key)) {
            throw bad("there is no \"" + key + ":\"; the keys are "
                    + String.join(", ", KEYS.stream().sorted().toList()));
        }
        if (value.isEmpty()) {
            throw bad("\"" + key + ":\" says nothing; give it a value or leave it out");
        }
        lines.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
    }

    Rule rule() {
        Family family = Family.of(id)
                .orElseThrow(() -> bad("its id begins with no family; begin it with one such as sqli- or xss-"));
        String why = one("why");
        if (why == null) {
            throw bad("it does not say why; add a line \"why: ...\" on what the attack is");
        }
        String sign = one("sign");
        if (sign != null) {
            return new Rule(id, family, score(), Set.of(), List.of(), List.of(), signNamed(sign), why, List.of());
        }
        return new Rule(id, family, score(), targets(), literals(), patterns(), null, why, all("catches"));
    }

    private int score() {
        String text = one("score");
        try {
            int score = text == null ? 0 : Integer.parseInt(text);
            if (score >= 1 && score <= MOST) {
                return score;
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        throw bad("its score is " + text + "; write \"score: N\" with N from 1 to " + MOST);
    }

    private Sign signNamed(String word) {
        if (lines.containsKey("match") || lines.containsKey("any")) {
            throw bad("it has a sign and patterns; make two rules of it");
        }
        return Sign.named(word).orElseThrow(() -> bad("there is no sign \"" + word + "\"; Sign.java lists them"));
    }

    private Set<Target> targets() {
        String words = one("in");
        Set<Target> targets = EnumSet.noneOf(Target.class);
        for (String word : (words == null ? "all" : words).split("\\s+", -1)) {
            targets.addAll(Target.named(word)
                    .orElseThrow(() -> bad("there is no target \"" + word + "\"; write all, args, or some of "
                            + EnumSet.allOf(Target.class).stream()
                                    .map(Target::word)
                                    .toList())));
        }
        return targets;
    }

    private List<List<String>> literals() {
        List<List<String>> groups = new ArrayList<>();
        for (String key : List.of("any", "and")) {
            for (String line : all(key)) {
                groups.add(List.of(line.split("\\s+", -1)).stream()
                        .map(word -> literal(key, word))
                        .toList());
            }
        }
        if (all("any").isEmpty()) {
            throw bad("nothing says when it is worth trying; add \"any:\" with literals of which each attack has one");
        }
        return groups;
    }

    /** A space parts the literals of a line, so ␠ stands for one in them. */
    private String literal(String key, String word) {
        String literal = word.replace("␠", " ");
        if (!literal.chars().allMatch(c -> c >= ' ' && c < 127 && (c < 'A' || c > 'Z'))) {
            throw bad("the literal \"" + literal + "\" is not ASCII in lower case; the normal form is");
        }
        if (key.equals("any") && literal.length() < SHORTEST_LITERAL) {
            throw bad("the literal \"" + literal + "\" is too short to tell anything; write a longer one");
        }
        return literal;
    }

    private List<Pattern> patterns() {
        List<String> sources = all("match");
        if (sources.isEmpty()) {
            throw bad("it has no pattern; add \"match:\", or \"sign:\"");
        }
        return sources.stream().map(this::pattern).toList();
    }

    private Pattern pattern(String source) {
        try {
            return Pattern.compile(source, Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            throw bad("RE2 does not understand its pattern " + source + ": " + e.getDescription());
        }
    }

    private List<String> all(String key) {
        return lines.getOrDefault(key, List.of());
    }

    private @Nullable String one(String key) {
        List<String> values = all(key);
        if (values.size() > 1) {
            throw bad("it has \"" + key + ":\" twice; keep one");
        }
        return values.isEmpty() ? null : values.getFirst();
    }

    private BadRule bad(String what) {
        return new BadRule(id, what);
    }
}
