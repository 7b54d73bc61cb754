package dev.sluice.edge.waf;

import dev.sluice.edge.waf.match.Automaton;
import dev.sluice.edge.waf.rules.Rule;
import dev.sluice.edge.waf.rules.Rules;
import dev.sluice.edge.waf.rules.Sign;
import dev.sluice.edge.waf.rules.Target;
import dev.sluice.edge.waf.text.Bytes;
import dev.sluice.edge.waf.text.Normaliser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Looks at the texts of one request after the other. Most are done with after one run of the automaton over the bytes as
 * they came: no encoding, no literal, nothing to do. Belongs to one event loop.
 */
final class Inspector {
    /** Characters that patterns may be run over in one request; some 50 ns each. */
    static final int BUDGET = 512 * 1024;

    private final Rules rules;
    private final Automaton automaton;
    private final Normaliser normaliser = new Normaliser();
    private final long[] seen;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Sign> signs = EnumSet.noneOf(Sign.class);
    private final List<String> readings = new ArrayList<>(3);
    private BitSet excluded = new BitSet();
    private int budget;
    private int score;
    private long work;

    Inspector(Rules rules) {
        this.rules = rules;
        this.automaton = rules.automaton();
        this.seen = rules.nothingSeen();
    }

    /** @param excluded numbers of the rules that do not count this time */
    void begin(BitSet excluded) {
        this.excluded = excluded;
        findings.clear();
        signs.clear();
        budget = BUDGET;
        score = 0;
    }

    int score() {
        return score;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Bytes looked at so far, by anything. */
    long work() {
        return work + normaliser.work();
    }

    void sign(Sign sign) {
        if (signs.add(sign)) {
            rules.of(sign).ifPresent(rule -> count(new Finding(rule, null, "")));
        }
    }

    /** A text in which a plus is a plus. */
    void text(Target target, byte[] bytes, int from, int to) {
        text(target, bytes, from, to, false);
    }

    void text(Target target, byte[] bytes, int from, int to, boolean plusIsSpace) {
        if (from == to) {
            return;
        }
        int kinds = scan(bytes, from, to);
        int special = Automaton.ENCODED | Automaton.SPACED | Automaton.STARRED | (plusIsSpace ? Automaton.PLUS : 0);
        if ((kinds & (special | Automaton.FOUND | quotes(target))) != 0) {
            closer(target, kinds, normaliser.normal(bytes, from, to, plusIsSpace));
        }
    }

    /** Browsers quote their names in header fields; nobody runs those in a shell. */
    private static int quotes(Target target) {
        return switch (target) {
            case HEADER, AGENT -> 0;
            case PATH, QUERY, FORM, JSON, BODY, COOKIE, REFERER, FILENAME -> Automaton.QUOTED;
        };
    }

    private void closer(Target target, int rawKinds, Bytes normal) {
        for (Sign sign : normaliser.signs()) {
            if (sign != Sign.ESCAPED_LETTER || target != Target.JSON) {
                sign(sign);
            }
        }
        int kinds = scan(normal) | (rawKinds & Automaton.FOUND);
        readings.clear();
        boolean found = (kinds & Automaton.FOUND) != 0;
        String first = normal.latin1();
        readings.add(first);
        if ((target == Target.PATH || target == Target.QUERY) && first.indexOf('\n') >= 0) {
            sign(Sign.LINE_BREAK);
        }
        Bytes last = normal;
        if ((kinds & Automaton.STARRED) != 0) {
            last = normaliser.withoutComments(last);
            found |= (scan(last) & Automaton.FOUND) != 0;
            readings.add(last.latin1());
        }
        if ((kinds & quotes(target)) != 0) {
            last = normaliser.withoutQuotes(last);
            found |= (scan(last) & Automaton.FOUND) != 0;
            readings.add(last.latin1());
        }
        if (found) {
            tryRules(target);
            Arrays.fill(seen, 0);
        }
    }

    private void tryRules(Target target) {
        for (Rule rule : rules.worthwhile(target, seen)) {
            if (excluded.get(rules.number(rule.id())) || known(rule)) {
                continue;
            }
            for (String reading : readings) {
                if (!rule.worthTrying(reading)) {
                    continue;
                }
                int cost = reading.length() * rule.patterns().size();
                if (cost > budget) {
                    sign(Sign.BUDGET);
                    return;
                }
                budget -= cost;
                work += cost;
                if (rule.finds(reading)) {
                    count(Finding.in(target, reading, rule));
                    break;
                }
            }
        }
    }

    private boolean known(Rule rule) {
        for (Finding finding : findings) {
            if (finding.rule().equals(rule)) {
                return true;
            }
        }
        return false;
    }

    private void count(Finding finding) {
        if (!excluded.get(rules.number(finding.rule().id()))) {
            findings.add(finding);
            score += finding.rule().score();
        }
    }

    private int scan(Bytes bytes) {
        return scan(bytes.array(), 0, bytes.length());
    }

    private int scan(byte[] bytes, int from, int to) {
        work += to - from;
        return automaton.scan(bytes, from, to, seen);
    }
}
