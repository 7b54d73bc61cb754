package dev.sluice.edge.waf.rules;

import dev.sluice.edge.waf.match.Automaton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All rules, and which of them are worth trying on a text. */
public final class Rules {
    private final List<Rule> all;
    private final Map<Sign, Rule> signs = new EnumMap<>(Sign.class);
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Automaton automaton;
    /** Each one's place in the list is its group in the automaton. */
    private final List<Rule> candidates = new ArrayList<>();

    private final int words;

    Rules(List<Rule> all) {
        this.all = List.copyOf(all);
        List<List<String>> groups = new ArrayList<>();
        for (Rule rule : all) {
            numbers.put(rule.id(), numbers.size());
            Sign sign = rule.sign();
            if (sign != null) {
                signs.put(sign, rule);
                continue;
            }
            candidates.add(rule);
            groups.add(rule.literals().getFirst());
        }
        automaton = Automaton.of(groups);
        words = (groups.size() + Long.SIZE - 1) / Long.SIZE;
    }

    public List<Rule> all() {
        return all;
    }

    public Optional<Rule> of(Sign sign) {
        return Optional.ofNullable(signs.get(sign));
    }

    /** From 0, or -1 where there is no such rule. */
    public int number(String id) {
        return numbers.getOrDefault(id, -1);
    }

    public Automaton automaton() {
        return automaton;
    }

    /** Room for what {@link Automaton#scan} sees. */
    public long[] nothingSeen() {
        return new long[words];
    }

    /** The rules of whose first literals one was seen in a text that stood there. */
    public List<Rule> worthwhile(Target target, long[] seen) {
        List<Rule> worthwhile = new ArrayList<>();
        for (int group = 0; group < candidates.size(); group++) {
            Rule rule = candidates.get(group);
            if ((seen[group >> 6] & 1L << group) != 0 && rule.targets().contains(target)) {
                worthwhile.add(rule);
            }
        }
        return worthwhile;
    }
}
