package dev.sluice.edge.waf.rules;

import dev.sluice.edge.waf.match.Literals;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** All rules, and which of them are worth trying on a text. */
public final class Rules {
    private final List<Rule> all;
    private final Map<Sign, Rule> signs = new EnumMap<>(Sign.class);
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Literals literals;
    /** Each one's place in the list is the group of its first literals. */
    private final List<Rule> candidates = new ArrayList<>();

    /** The bits of those rules that look there. */
    private final Map<Target, long[]> looking = new EnumMap<>(Target.class);

    private final int words;

    /** @param everyday texts that honest clients send */
    Rules(List<Rule> all, List<String> everyday) {
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
        literals = Literals.of(groups, everyday);
        words = (groups.size() + Long.SIZE - 1) / Long.SIZE;
        for (Target target : Target.values()) {
            looking.put(target, looking(target));
        }
    }

    private long[] looking(Target target) {
        long[] bits = nothingSeen();
        for (int group = 0; group < candidates.size(); group++) {
            if (candidates.get(group).targets().contains(target)) {
                bits[group >> 6] |= 1L << group;
            }
        }
        return bits;
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

    public Literals literals() {
        return literals;
    }

    /** Room for what {@link Literals#scan} sees. */
    public long[] nothingSeen() {
        return new long[words];
    }

    /** The rules of whose first literals one was seen in a text that stood there. */
    public List<Rule> worthwhile(Target target, long[] seen) {
        long[] bits = Objects.requireNonNull(looking.get(target));
        List<Rule> worthwhile = List.of();
        for (int word = 0; word < words; word++) {
            for (long left = seen[word] & bits[word]; left != 0; left &= left - 1) {
                if (worthwhile.isEmpty()) {
                    worthwhile = new ArrayList<>();
                }
                worthwhile.add(candidates.get(word * Long.SIZE + Long.numberOfTrailingZeros(left)));
            }
        }
        return worthwhile;
    }
}
